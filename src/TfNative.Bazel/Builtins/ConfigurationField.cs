using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>configuration_field(fragment, name): a default that the configuration supplies.</summary>
public sealed class ConfigurationField(string fragment, string name) : StarlarkObject
{
    public string Fragment { get; } = fragment;

    public string Name { get; } = name;

    public override string TypeName => "LateBoundDefault";

    public static readonly Builtin Function = new("configuration_field", "fragment, name", static (in CallContext c) =>
        new ConfigurationField(c.String(0), c.String(1)));
}
