using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What repository_rule() gives (https://bazel.build/rules/lib/globals/bzl#repository_rule).</summary>
public sealed class StarlarkRepositoryRule : StarlarkObject, IStarlarkCallable, IExportedValue
{
    public required Value Implementation { get; init; }

    public required IReadOnlyList<KeyValuePair<string, AttributeDescriptor>> Attributes { get; init; }

    /// <summary>Environment variables that it says it reads.</summary>
    public required IReadOnlyList<string> Environment { get; init; }

    public string Name { get; private set; } = "repository_rule";

    /// <summary>The .bzl file that defines it.</summary>
    public Label? DefinitionFile { get; private set; }

    public override string TypeName => "repository_rule";

    public void Export(Label file, string name)
    {
        Name = name;
        DefinitionFile = file;
    }

    public static readonly Builtin Function = new(
        "repository_rule",
        "implementation, *, attrs=None, local=False, environ=[], configure=False, remotable=False, doc=None",
        static (in CallContext c) => new StarlarkRepositoryRule
        {
            Implementation = c[0],
            Attributes = c[1].As<StarlarkDict>() is { } dict
                ? [.. dict.Where(a => a.Value.As<AttributeDescriptor>() is not null)
                    .Select(a => new KeyValuePair<string, AttributeDescriptor>(a.Key.ToString(), a.Value.As<AttributeDescriptor>()!))]
                : [],
            Environment = SequenceReader.Strings(c, 3),
        });

    public bool HasAttribute(string name) => Attributes.Any(a => a.Key == name);

    /// <exception cref="BazelException"><see cref="BazelErrorCode.UnknownAttribute"/>.</exception>
    public AttributeSchema GetAttribute(string name) => Attributes.FirstOrDefault(a => a.Key == name).Value?.Schema ?? throw new BazelException(
        BazelErrorCode.UnknownAttribute, $"no such attribute '{name}' in repository rule {Name}" + NearestNames.Hint(name, Attributes.Select(a => a.Key)));

    /// <summary>Calls belong in WORKSPACE files, which are not evaluated, and in macros that a declaration names.</summary>
    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (thread.GetLocal<RepositoryRuleCalls>() is { } calls)
        {
            calls.Add(this, kwargs);
            return Value.None;
        }

        throw StarlarkException.Create($"repository rule {Name} can only be called from a WORKSPACE file; declare a BazelRepository item with Rule=\"{DefinitionFile}%{Name}\" instead");
    }
}
