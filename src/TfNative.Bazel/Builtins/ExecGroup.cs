using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>exec_group(): actions of a rule with toolchains of their own (https://bazel.build/extending/exec-groups).</summary>
public sealed class ExecGroup : StarlarkObject
{
    public required IReadOnlyList<ToolchainTypeRequirement> ToolchainTypes { get; init; }

    /// <summary>Constraint values of the platform that the actions run on.</summary>
    public required IReadOnlyList<Label> ExecCompatibleWith { get; init; }

    public override string TypeName => "exec_group";

    /// <summary>The exec_group() function of one .bzl file.</summary>
    public static Builtin CreateFunction(LabelConverter labels) => new("exec_group", "*, toolchains=[], exec_compatible_with=[]", (in CallContext c) => new ExecGroup
    {
        ToolchainTypes = [.. (SequenceReader.Of(c[0]) ?? []).Select(t => StarlarkRule.ToolchainType(t, labels))],
        ExecCompatibleWith = Constraints(c[1], labels),
    });

    /// <summary>exec_groups = {"name": exec_group()} of rule() and aspect().</summary>
    internal static IReadOnlyDictionary<string, ExecGroup> Named(in CallContext c, Value groups)
    {
        var result = new Dictionary<string, ExecGroup>(StringComparer.Ordinal);
        if (groups.As<StarlarkDict>() is not { } dict)
            return result;
        foreach ((Value name, Value group) in dict)
        {
            // ExecGroup names are identifiers (StarlarkExecGroupCollection.java).
            if (name.AsString() is not { Length: > 0 } text || !(char.IsAsciiLetter(text[0]) || text[0] == '_') || !text.All(ch => char.IsAsciiLetterOrDigit(ch) || ch == '_'))
                throw c.Error($"Exec group name '{name}' is not a valid name.");
            result[text] = group.As<ExecGroup>() ?? throw c.Error($"exec_groups: the value of '{text}' must be an exec_group, not a {group.TypeName}");
        }

        return result;
    }

    internal static Label[] Constraints(Value value, LabelConverter labels) =>
        [.. (SequenceReader.Of(value) ?? []).Select(v => AttributeConverter.ToLabel(v, labels, () => "exec_compatible_with"))];
}
