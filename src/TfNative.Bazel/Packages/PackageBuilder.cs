using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Collects what a BUILD file declares while it is evaluated. Used by one thread.</summary>
internal sealed class PackageBuilder
{
    private readonly HashSet<string> globbedFolders = new(StringComparer.Ordinal);

    public PackageBuilder(Package package, PackageGlobber globber, string mainRepositoryName)
    {
        Package = package;
        Globber = globber;
        MainRepositoryName = mainRepositoryName;
    }

    public Package Package { get; }

    public PackageGlobber Globber { get; }

    public string MainRepositoryName { get; }

    /// <summary>What the project changes at targets.</summary>
    public TargetOverrides? Overrides { get; init; }

    public PackageDefaults Defaults
    {
        get => Package.Defaults;
        set => Package.Defaults = value;
    }

    /// <summary>exports_files entries; they become targets unless a rule takes the name.</summary>
    public Dictionary<string, (Visibility Visibility, Location? Location)> Exported { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Visibility> FileVisibility { get; } = new(StringComparer.Ordinal);

    /// <summary>What is evaluated that must not declare anything; null for nothing.</summary>
    public string? Within { get; set; }

    /// <summary>Declares a rule instance from the arguments of its call.</summary>
    /// <exception cref="BazelException">A wrong, missing or unknown attribute, or a name that is taken.</exception>
    public Rule AddRule(RuleClass ruleClass, IReadOnlyList<(string Name, Value Value)> arguments, Location? location, string? generatorFunction, StarlarkThread thread)
    {
        string? name = null;
        foreach ((string key, Value value) in arguments)
        {
            if (key == "name" && !value.TryGet(out name))
                throw new BazelException(BazelErrorCode.WrongAttributeType, $"{ruleClass.Name} rule: 'name' must be a string, not {value.TypeName}", location);
        }

        if (string.IsNullOrEmpty(name))
            throw new BazelException(BazelErrorCode.MissingAttribute, $"{ruleClass.Name} rule has no 'name' attribute", location);
        Label label = NameOf(ruleClass, name, location);
        TargetOverride? change = Overrides?.Take(label);
        if (change is { ReplaceByEmpty: true })
        {
            ruleClass = NativeRules.All["cc_library"];
            arguments = [.. arguments.Where(a => a.Name is "name" or "visibility" or "testonly" or "tags")];
        }

        object?[] values = ConvertAttributes(ruleClass, arguments, label, location);
        if (change is not null)
            AttributeEditor.Apply(change, label, ruleClass, values, Package.Labels);
        var rule = new Rule(Package, label, location, ruleClass, values, generatorFunction);
        rule.Visibility = rule.IsExplicit("visibility") ? Visibility.Of((Label[])rule.GetRaw("visibility")!) : Defaults.Visibility;
        AddTarget(rule);
        AddOutputs(rule, thread);
        return rule;
    }

    private Label NameOf(RuleClass ruleClass, string name, Location? location)
    {
        try
        {
            return new(Package.Id, LabelValidator.CheckTargetName(name, Package.Id.Path));
        }
        catch (LabelSyntaxException e)
        {
            throw new BazelException(e.Code, $"{ruleClass.Name} rule: {e.Message}", location, inner: e);
        }
    }

    public void AddTarget(Target target)
    {
        if (Within is not null)
            throw new BazelException(BazelErrorCode.RuleFailed, $"{target.Kind} '{target.Name}' cannot be declared from {Within}", target.Location, target.Label);
        if (Package.Targets.TryGetValue(target.Name, out Target? existing))
        {
            if (existing is InputFile)
            {
                Package.Targets[target.Name] = target;
                return;
            }

            throw new BazelException(
                BazelErrorCode.DuplicateTarget,
                $"{target.Kind} '{target.Name}' in package '{Package.Id}' conflicts with existing {existing.Kind}"
                + (existing.Location is { } at ? $", defined at {at}" : ""),
                target.Location, target.Label);
        }

        Package.Targets.Add(target.Name, target);
    }

    private object?[] ConvertAttributes(RuleClass ruleClass, IReadOnlyList<(string Name, Value Value)> arguments, Label label, Location? location)
    {
        var values = new object?[ruleClass.Attributes.Count];
        Array.Fill(values, Rule.NotGiven);
        foreach ((string name, Value value) in arguments)
        {
            if (!ruleClass.TryGetAttribute(name, out int position))
            {
                if (ruleClass.AcceptsAnyAttribute)
                    continue;
                throw new BazelException(
                    BazelErrorCode.UnknownAttribute,
                    $"{label}: no such attribute '{name}' in '{ruleClass.Name}' rule"
                    + NearestNames.Hint(name, ruleClass.Attributes.Where(a => !a.IsPrivate).Select(a => a.Name)),
                    location, label);
            }

            // None means "as if not given" for every attribute.
            if (value.IsNone)
                continue;
            AttributeSchema schema = ruleClass.Attributes[position];
            if (value.As<SelectorList>() is not null && !schema.Configurable)
            {
                throw new BazelException(
                    BazelErrorCode.WrongAttributeType, $"attribute \"{name}\" of {label} is not configurable: it cannot hold a select()", location, label);
            }

            try
            {
                values[position] = AttributeConverter.ConvertConfigurable(
                    schema.Type, value, Package.Labels, () => $"attribute '{name}' of '{ruleClass.Name}' rule {label}");
                if (schema.IsOrderIndependent)
                    Sort(values[position]);
            }
            catch (BazelException e)
            {
                throw e.At(location, label);
            }

            if (AttributeLabels.Duplicate(schema, values[position]) is { } twice)
            {
                throw new BazelException(
                    BazelErrorCode.DuplicateLabel, $"label '{twice}' is duplicated in the '{name}' attribute of rule {label}; name it once", location, label);
            }

            if (AttributeValueCheck.Problem(schema, values[position]) is { } problem)
                throw new BazelException(BazelErrorCode.WrongAttributeType, $"{label}: invalid value in '{name}' attribute: {problem}", location, label);
        }

        foreach (AttributeSchema schema in ruleClass.Attributes)
        {
            if (schema.Mandatory && ReferenceEquals(values[Position(ruleClass, schema.Name)], Rule.NotGiven))
            {
                throw new BazelException(
                    BazelErrorCode.MissingAttribute, $"{label}: missing value for mandatory attribute '{schema.Name}' in '{ruleClass.Name}' rule", location, label);
            }
        }

        foreach ((string name, object value) in ruleClass.MacroDefaults)
        {
            int position = Position(ruleClass, name);
            if (ReferenceEquals(values[position], Rule.NotGiven))
                values[position] = value;
        }

        return values;
    }

    private static void Sort(object? list)
    {
        if (list is Label[] labels)
            Array.Sort(labels);
        else if (list is string[] strings)
            Array.Sort(strings, StringComparer.Ordinal);
    }

    private static int Position(RuleClass ruleClass, string name) => ruleClass.TryGetAttribute(name, out int i) ? i : -1;

    private void AddOutputs(Rule rule, StarlarkThread thread)
    {
        List<OutputFile>? outputs = null;
        for (int i = 0; i < rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = rule.RuleClass.Attributes[i];
            if (!schema.IsOutput || !rule.IsExplicit(i))
                continue;
            foreach (Label label in rule.GetRaw(i) switch { Label one => [one], Label[] many => many, _ => Array.Empty<Label>() })
            {
                if (!label.Package.Equals(Package.Id))
                {
                    throw new BazelException(
                        BazelErrorCode.OutputConflict, $"{rule.Label}: output '{label}' is in another package", rule.Location, rule.Label);
                }

                Add(label);
            }
        }

        IReadOnlyList<KeyValuePair<string, string>> templates = rule.RuleClass.ImplicitOutputFunction.IsUnbound
            ? rule.RuleClass.ImplicitOutputs
            : OutputTemplate.Compute(rule, thread);
        if (templates.Count > 0)
        {
            var named = new Dictionary<string, OutputFile>(StringComparer.Ordinal);
            foreach ((string key, string template) in templates)
                named[key] = Add(new Label(Package.Id, OutputTemplate.Expand(template, rule)));
            rule.ImplicitOutputs = named;
        }

        rule.Outputs = outputs ?? (IReadOnlyList<OutputFile>)[];

        OutputFile Add(Label label)
        {
            var output = new OutputFile(Package, label, rule);
            AddTarget(output);
            (outputs ??= []).Add(output);
            return output;
        }
    }

    /// <summary>Adds exported files and the source files that rules mention, once all is declared.</summary>
    public void Finish()
    {
        foreach ((string name, (Visibility visibility, Location? location)) in Exported)
        {
            if (!Package.Targets.ContainsKey(name))
                Package.Targets.Add(name, new InputFile(Package, new Label(Package.Id, name), location, visibility));
        }

        foreach (Target target in Package.Targets.Values.ToArray())
        {
            if (target is Rule rule)
                AddMentionedFiles(rule);
        }

        // One that the project lays over a repository lies elsewhere under another name.
        if (Path.GetFileName(Package.BuildFile) is var own && own is "BUILD" or "BUILD.bazel")
            Package.Targets.TryAdd(own, new InputFile(Package, new Label(Package.Id, own), null, Visibility.Public));

        foreach (EnvironmentGroup group in Package.Targets.Values.OfType<EnvironmentGroup>())
            group.Resolve();
        Package.GlobbedFolders = globbedFolders;
    }

    private void AddMentionedFiles(Rule rule)
    {
        for (int i = 0; i < rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = rule.RuleClass.Attributes[i];
            if (!schema.IsLabel || schema.Name == "visibility" || !rule.IsExplicit(i))
                continue;
            foreach (Label label in AttributeLabels.Of(rule.GetRaw(i), includeConditions: false))
            {
                if (label.Package.Equals(Package.Id) && !Package.Targets.ContainsKey(label.Name))
                    Package.Targets.Add(label.Name, new InputFile(Package, label, rule.Location));
            }
        }
    }
}
