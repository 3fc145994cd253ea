using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// Functions of BUILD files that are no rules (https://bazel.build/reference/be/functions); macros reach them as native.NAME.
/// </summary>
internal static class BuildFileFunctions
{
    public static readonly IReadOnlyList<Builtin> All =
    [
        new("glob", "include=[], exclude=[], exclude_directories=1, allow_empty=unbound", Glob),
        new("subpackages", "*, include, exclude=[], allow_empty=False", Subpackages),
        new("package", "**kwargs", Package),
        new("package_group", "*, name, packages=[], includes=[]", PackageGroup),
        new("licenses", "license_strings", static (in CallContext c) =>
        {
            PackageBuilder builder = Builder(c);
            builder.Defaults = builder.Defaults with { Licenses = SequenceReader.Strings(c, 0) };
            return Value.None;
        }),
        new("exports_files", "srcs, visibility=None, licenses=None", ExportsFiles),
        new("existing_rule", "name", static (in CallContext c) =>
            c.Thread.GetLocal<RepositoryRuleCalls>() is not null ? Value.None : Builder(c).Package.Targets.TryGetValue(c.String(0), out Target? target) && target is Rule rule ? ExistingRules.Describe(rule) : Value.None),
        new("existing_rules", "", static (in CallContext c) =>
        {
            var rules = new StarlarkDict();
            foreach (Rule rule in Builder(c).Package.Targets.Values.OfType<Rule>())
                rules[rule.Name] = ExistingRules.Describe(rule);
            return rules;
        }),
        new("package_name", "", static (in CallContext c) => Builder(c).Package.Id.Path),
        new("repository_name", "", static (in CallContext c) => "@" + Builder(c).Package.Id.Repository.Name),
        new("repo_name", "", static (in CallContext c) => Builder(c).Package.Id.Repository.Name),
        new("package_relative_label", "input", static (in CallContext c) =>
            c[0].As<LabelValue>() is { } label ? label : new LabelValue(ToLabel(Builder(c), c.String(0)))),
        new("module_name", "", static (in CallContext _) => Value.None),
        new("module_version", "", static (in CallContext _) => Value.None),
        new("package_default_visibility", "", static (in CallContext c) =>
            new StarlarkList(Builder(c).Defaults.Visibility.Entries.Select(l => (Value)new LabelValue(l)))),
        new("environment_group", "*, name, environments, defaults", EnvironmentGroup),
        new("register_toolchains", "*toolchains", static (in CallContext _) => Value.None),
    ];

    private static PackageBuilder Builder(in CallContext call) => call.Thread.GetLocal<PackageBuilder>()
        ?? throw call.Error($"{call.Name}() can only be used while a BUILD file is evaluated: in it, or in a macro that it calls");

    private static Label ToLabel(PackageBuilder builder, string text) =>
        AttributeConverter.ToLabel(text, builder.Package.Labels, () => "the argument");

    private static Value Glob(in CallContext c)
    {
        PackageBuilder builder = Builder(c);
        bool allowEmpty = !c.IsGiven(3) || c[3].Truth;
        GlobKind kind = c[2].Truth ? GlobKind.Files : GlobKind.FilesAndDirectories;
        return Run(c, () => builder.Globber, SequenceReader.Strings(c, 0), SequenceReader.Strings(c, 1), kind, allowEmpty);
    }

    private static Value Subpackages(in CallContext c)
    {
        PackageBuilder builder = Builder(c);
        return Run(c, () => builder.Globber, SequenceReader.Strings(c, 0), SequenceReader.Strings(c, 1), GlobKind.Subpackages, c[2].Truth);
    }

    private static Value Run(in CallContext c, Func<PackageGlobber> globber, string[] include, string[] exclude, GlobKind kind, bool allowEmpty)
    {
        try
        {
            return StarlarkList.OfStrings(globber().Glob(include, exclude, kind, allowEmpty));
        }
        catch (BazelSyntaxException e)
        {
            throw c.Error(e.Message, e.Code);
        }
    }

    private static Value Package(in CallContext c)
    {
        PackageBuilder builder = Builder(c);
        PackageDefaults defaults = builder.Defaults;
        foreach ((string name, Value value) in c.KeywordArgs)
        {
            string what = $"package() argument '{name}'";
            defaults = name switch
            {
                "default_visibility" => defaults with
                {
                    Visibility = Visibility.Of(Labels(value, builder, what)),
                },
                "default_testonly" => defaults with { Testonly = value.Truth },
                "default_copts" => defaults with { Copts = Strings(value, builder, what) },
                "features" => defaults with { Features = Strings(value, builder, what) },
                "licenses" => defaults with { Licenses = Strings(value, builder, what) },
                "default_package_metadata" or "default_applicable_licenses" => defaults with
                {
                    PackageMetadata = Labels(value, builder, what),
                },
                "default_compatible_with" => defaults with { CompatibleWith = Labels(value, builder, what) },
                "default_restricted_to" => defaults with { RestrictedTo = Labels(value, builder, what) },
                "default_deprecation" => defaults with
                {
                    Deprecation = (string)AttributeConverter.Convert(AttributeType.String, value, builder.Package.Labels, () => what)!,
                },
                "default_hdrs_check"
                    or "distribs" or "default_target_compatible_with" => defaults,
                _ => throw c.Error($"unexpected keyword argument: {name}"),
            };
        }

        builder.Defaults = defaults;
        return Value.None;
    }

    private static Label[] Labels(Value value, PackageBuilder builder, string what) =>
        (Label[])AttributeConverter.Convert(AttributeType.LabelList, value, builder.Package.Labels, () => what)!;

    private static string[] Strings(Value value, PackageBuilder builder, string what) =>
        (string[])AttributeConverter.Convert(AttributeType.StringList, value, builder.Package.Labels, () => what)!;

    private static Value PackageGroup(in CallContext c)
    {
        PackageBuilder builder = Builder(c);
        foreach (string specification in SequenceReader.Strings(c, 1))
        {
            if (specification is not ("public" or "private") && !specification.TrimStart('-').StartsWith("//", StringComparison.Ordinal) && !specification.TrimStart('-').StartsWith('@'))
                throw c.Error($"invalid package name '{specification}' in package_group: it must start with //, or be public or private", BazelErrorCode.LabelSyntax);
        }

        Label label = new(builder.Package.Id, c.String(0));
        Label[] includes = [.. SequenceReader.Strings(c, 2).Select(i => ToLabel(builder, i))];
        (Location? location, _) = DeclarationSite.Find(c.Thread);
        builder.AddTarget(new PackageGroup(builder.Package, label, location, SequenceReader.Strings(c, 1), includes));
        return Value.None;
    }

    private static Value EnvironmentGroup(in CallContext c)
    {
        PackageBuilder builder = Builder(c);
        Label[] environments = [.. SequenceReader.Strings(c, 1).Select(e => ToLabel(builder, e))];
        Label[] defaults = [.. SequenceReader.Strings(c, 2).Select(e => ToLabel(builder, e))];
        if (defaults.FirstOrDefault(d => !environments.Contains(d)) is { } stray)
            throw c.Error($"default {stray} is not a declared environment for group {c.String(0)}", BazelErrorCode.Environment);
        (Location? location, _) = DeclarationSite.Find(c.Thread);
        builder.AddTarget(new EnvironmentGroup(builder.Package, new(builder.Package.Id, c.String(0)), location, environments, defaults));
        return Value.None;
    }

    private static Value ExportsFiles(in CallContext c)
    {
        PackageBuilder builder = Builder(c);
        Visibility visibility = c[1].IsNone
            ? Visibility.Public
            : Visibility.Of((Label[])AttributeConverter.Convert(AttributeType.LabelList, c[1], builder.Package.Labels, () => "exports_files()")!);
        (Location? location, _) = DeclarationSite.Find(c.Thread);
        foreach (string file in SequenceReader.Strings(c, 0))
            builder.Exported[file] = (visibility, location);
        return Value.None;
    }
}
