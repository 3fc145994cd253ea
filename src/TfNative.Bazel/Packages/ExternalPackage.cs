namespace TfNative.Bazel;

/// <summary>
/// The package //external of the main repository: Bazel keeps there what WORKSPACE files bind() to names that any
/// repository may use (https://bazel.build/reference/be/workspace#bind). A project declares them.
/// </summary>
internal static class ExternalPackage
{
    public const string Path = "external";

    public static Package Create(RepositorySet repositories, IReadOnlyDictionary<string, string> binds)
    {
        Repository main = repositories.Main;
        var id = new PackageId(RepositoryName.Main, Path);
        var package = new Package(id, main, $"{main.Root}/WORKSPACE", $"{main.Root}/{Path}", new LabelConverter(id, repositories.MappingFor(main)));
        RuleClass bind = NativeRules.All["bind"];
        foreach ((string name, string actual) in binds)
        {
            var values = new object?[bind.Attributes.Count];
            Array.Fill(values, Rule.NotGiven);
            bind.TryGetAttribute("actual", out int position);
            values[position] = package.Labels.Convert(actual);
            var label = new Label(id, name);
            package.Targets.Add(name, new Rule(package, label, null, bind, values, null) { Visibility = Visibility.Public });
        }

        return package;
    }
}
