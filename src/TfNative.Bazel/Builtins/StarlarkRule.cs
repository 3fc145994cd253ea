using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What rule() gives: a function that declares instances, once it has the name of its global.</summary>
public sealed class StarlarkRule : StarlarkObject, IStarlarkCallable, IExportedValue
{
    private readonly Func<string, Label, RuleClass> define;
    private RuleClass? ruleClass;

    private StarlarkRule(Func<string, Label, RuleClass> define) => this.define = define;

    public RuleClass RuleClass => ruleClass
        ?? throw new BazelException(BazelErrorCode.RuleFailed, "a rule must be assigned to a global of its .bzl file before it is used");

    public string Name => ruleClass?.Name ?? "rule";

    public override string TypeName => "rule";

    public void Export(Label file, string name) => ruleClass ??= define(name, file);

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (args.Length > 0)
            throw StarlarkException.Create($"unexpected positional arguments in call to rule {Name}");
        RuleDeclaration.Declare(RuleClass, thread, kwargs);
        return Value.None;
    }

    public override void AppendRepr(StringBuilder text) => text.Append("<rule ").Append(Name).Append('>');

    private const string Parameters =
        "implementation, *, test=unbound, attrs={}, outputs=None, executable=unbound, output_to_genfiles=False, fragments=[], "
        + "host_fragments=[], _skylark_testable=False, toolchains=[], incompatible_use_toolchain_transition=False, doc=None, "
        + "provides=[], dependency_resolution_rule=False, exec_compatible_with=[], analysis_test=False, build_setting=None, "
        + "cfg=None, exec_groups=None, initializer=None, parent=None, extendable=None, subrules=[]";

    /// <summary>The rule() function of one .bzl file (https://bazel.build/rules/lib/globals/bzl#rule).</summary>
    public static Builtin CreateFunction(LabelConverter labels) => new("rule", Parameters, (in CallContext c) =>
    {
        Value implementation = c[0];
        bool test = !c[1].IsUnbound && c[1].Truth;
        List<AttributeSchema> attributes = NamedAttributes(c[2]);
        bool executable = test || (!c[4].IsUnbound && c[4].Truth);
        Value outputs = c[3];
        BuildSettingKind? setting = c[16].As<BuildSettingDescriptor>()?.Kind;
        if (test)
            attributes.InsertRange(0, CommonAttributes.Tests);
        else if (executable)
            attributes.Insert(0, new() { Name = "args", Type = AttributeType.StringList });
        if (setting is not null)
        {
            attributes.Add(new()
            {
                Name = "build_setting_default",
                Type = setting.Type,
                Mandatory = true,
                Configurable = false,
            });
        }

        if (!c[20].IsNone || !c[21].IsNone || c[22].Truth)
            throw ExperimentalApi.Error(c, !c[20].IsNone ? "rule(parent = ...)" : !c[21].IsNone ? "rule(extendable = ...)" : "rule(subrules = ...)");
        IReadOnlyDictionary<string, ExecGroup> execGroups = ExecGroup.Named(c, c[18]);
        CheckExecGroups(c, attributes, execGroups);
        Label[] execCompatibleWith = ExecGroup.Constraints(c[14], labels);
        RuleInitializer? initializer = c[19].IsNone ? null : new(c[19], labels, Names(c[2]));
        ToolchainTypeRequirement[] toolchains = [.. (SequenceReader.Of(c[9]) ?? []).Select(t => ToolchainType(t, labels))];
        ProviderType[] provides = [.. (SequenceReader.Of(c[12]) ?? []).Select(p => p.As<ProviderType>()).OfType<ProviderType>()];
        StarlarkObject? transition = c[17].As<StarlarkObject>();
        return new StarlarkRule((name, file) => new RuleClass(name, attributes, CommonAttributes.OfStarlarkRules)
        {
            Implementation = new StarlarkRuleImplementation(implementation),
            IsExecutable = executable,
            IsTest = test,
            BuildSetting = setting,
            ImplicitOutputs = outputs.As<StarlarkDict>() is { } dict
                ? [.. dict.Select(o => new KeyValuePair<string, string>(o.Key.ToString(), o.Value.ToString()))]
                : [],
            ImplicitOutputFunction = outputs.As<StarlarkFunction>() is not null ? outputs : Value.Unbound,
            ToolchainTypes = toolchains,
            ExecGroups = execGroups,
            ExecCompatibleWith = execCompatibleWith,
            Initializer = initializer,
            DefinitionFile = file,
            Provides = provides,
            Transition = transition as TransitionValue,
        });
    });

    /// <summary>cfg = config.exec(exec_group = "name") names one of the rule's.</summary>
    internal static void CheckExecGroups(in CallContext c, IEnumerable<AttributeSchema> attributes, IReadOnlyDictionary<string, ExecGroup> groups)
    {
        foreach (AttributeSchema attribute in attributes)
        {
            if (attribute.ExecGroup is { } group && !groups.ContainsKey(group))
                throw c.Error($"Attribute '{attribute.Name}' declares a transition for non-existent exec group '{group}'; name it in exec_groups");
        }
    }

    private static HashSet<string> Names(Value attributes) =>
        attributes.As<StarlarkDict>() is { } dict ? [.. dict.Keys.Select(k => k.ToString())] : [];

    /// <summary>attrs = {"name": attr.x()} as schemas; private ones keep their underscore.</summary>
    internal static List<AttributeSchema> NamedAttributes(Value attributes)
    {
        var schemas = new List<AttributeSchema>();
        if (attributes.As<StarlarkDict>() is not { } dict)
            return schemas;
        foreach ((Value name, Value descriptor) in dict)
        {
            if (descriptor.As<AttributeDescriptor>() is { } attribute)
                schemas.Add(attribute.Schema with { Name = name.ToString() });
        }

        return schemas;
    }

    internal static ToolchainTypeRequirement ToolchainType(Value value, LabelConverter labels) =>
        value.As<ToolchainTypeRequirement>() ?? new(AttributeConverter.ToLabel(value, labels, () => "toolchains"), true);
}
