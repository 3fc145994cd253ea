namespace TfNative.Bazel;

/// <summary>What test suites are made of (https://bazel.build/reference/be/general#test_suite).</summary>
internal static class TestSuites
{
    public static bool IsSuite(Target target) => target is Rule { RuleClass.Name: "test_suite" };

    /// <summary>The tests and suites that a suite names; when it names none, see <see cref="ImplicitTests"/>.</summary>
    public static IReadOnlyList<Label> Members(Rule suite) =>
        suite.GetRaw("tests") is Label[] { Length: > 0 } named ? named : ImplicitTests(suite);

    /// <summary>All tests of the package that the suite's tags allow and that are not manual, for a suite that names none.</summary>
    public static IReadOnlyList<Label> ImplicitTests(Rule suite) => suite.GetRaw("tests") is Label[] { Length: > 0 } ? [] :
    [
        .. suite.Package.Targets.Values.OfType<Rule>()
            .Where(rule => rule.RuleClass.IsTest && !Strings(rule, "tags").Contains("manual") && Allows(suite, rule))
            .Select(rule => rule.Label).Order(),
    ];

    /// <summary>Whether a suite's tags let a test in: <c>x</c> and <c>+x</c> demand the tag or size x, <c>-x</c> forbids it.</summary>
    public static bool Allows(Rule suite, Rule test) => Allows(Strings(suite, "tags"), (HashSet<string>)[.. Strings(test, "tags"), .. Strings(test, "size")]);

    public static bool Allows(IEnumerable<string> suiteTags, IReadOnlySet<string> testTags) => suiteTags.Where(tag => tag != "manual")
        .All(tag => tag.StartsWith('-') ? !testTags.Contains(tag[1..]) : testTags.Contains(tag.TrimStart('+')));

    /// <summary>The tests that a suite stands for, those of suites in it too.</summary>
    /// <param name="find">Gives the target of a label.</param>
    public static IReadOnlyList<Label> Expand(Rule suite, Func<Label, Target> find)
    {
        var tests = new List<Label>();
        var seen = new HashSet<Label>();
        Add(suite);
        return tests;

        void Add(Rule rule)
        {
            if (!seen.Add(rule.Label))
                return;
            foreach (Rule member in Members(rule).Select(find).OfType<Rule>())
            {
                if (IsSuite(member))
                    Add(member);
                else if (Allows(rule, member) && seen.Add(member.Label))
                    tests.Add(member.Label);
            }
        }
    }

    private static HashSet<string> Strings(Rule rule, string attribute) => rule.GetRaw(attribute) switch
    {
        string[] list => [.. list],
        string one => [one],
        _ => [],
    };
}
