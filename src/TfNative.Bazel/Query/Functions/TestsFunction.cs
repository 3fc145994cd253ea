namespace TfNative.Bazel;

/// <summary><c>tests(x)</c>: the tests of x, and those that test suites among x are made of.</summary>
/// <remarks>Bazel 7, TestsFunction.java.</remarks>
internal sealed class TestsFunction() : QueryFunction("tests", 1, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        var tests = new TargetSet();
        var suites = new TargetSet();
        foreach (IQueryTarget target in call.Targets(0))
            Collect(target, call.Graph, tests, suites);
        return tests;
    }

    private static void Collect(IQueryTarget target, ITargetGraph graph, TargetSet tests, TargetSet suites)
    {
        if (IsTest(target))
            tests.Add(target);
        if (!IsSuite(target) || !suites.Add(target))
            return;
        IQueryTarget[] members = Labels(target, "tests").Concat(Labels(target, "$implicit_tests")).Select(graph.GetTarget).ToArray();
        string[] wanted = Strings(target, "tags").ToArray();
        tests.UnionWith(members.Where(member => IsTest(member) && HasTags(member, wanted)));
        foreach (IQueryTarget suite in members.Where(IsSuite))
            Collect(suite, graph, tests, suites);
    }

    private static bool IsTest(IQueryTarget target) => target.Kind.EndsWith("_test rule", StringComparison.Ordinal);

    private static bool IsSuite(IQueryTarget target) => target.Kind == "test_suite rule";

    private static bool HasTags(IQueryTarget test, string[] wanted) =>
        TestSuites.Allows(wanted, (HashSet<string>)[.. Strings(test, "tags"), .. Strings(test, "size")]);

    private static IEnumerable<Label> Labels(IQueryTarget target, string name) =>
        target.Attributes.Where(attribute => attribute.Name == name).SelectMany(attribute => attribute.Labels);

    private static IEnumerable<string> Strings(IQueryTarget target, string name) =>
        target.Attributes.Where(attribute => attribute.Name == name).SelectMany(attribute => attribute.Strings);
}
