namespace TfNative.Bazel;

/// <summary>Attributes of every rule (https://bazel.build/reference/be/common-definitions).</summary>
public static class CommonAttributes
{
    public static readonly IReadOnlyList<AttributeSchema> All =
    [
        new() { Name = "name", Type = AttributeType.String, Mandatory = true, Configurable = false },
        new() { Name = "visibility", Type = AttributeType.LabelList, IsOrderIndependent = true, Configurable = false },
        new() { Name = "testonly", Type = AttributeType.Boolean, Configurable = false },
        new() { Name = "tags", Type = AttributeType.StringList, IsOrderIndependent = true, Configurable = false },
        new() { Name = "features", Type = AttributeType.StringList, IsOrderIndependent = true },
        new() { Name = "deprecation", Type = AttributeType.String, Configurable = false },
        new() { Name = "licenses", Type = AttributeType.StringList, Configurable = false },
        new() { Name = "distribs", Type = AttributeType.StringList, Configurable = false },
        new() { Name = "compatible_with", Type = AttributeType.LabelList, Transition = AttributeTransition.Exec, Configurable = false },
        new() { Name = "restricted_to", Type = AttributeType.LabelList, Transition = AttributeTransition.Exec, Configurable = false },
        new() { Name = "target_compatible_with", Type = AttributeType.LabelList, IsTool = true },
        new() { Name = "exec_compatible_with", Type = AttributeType.LabelList, IsTool = true },
        new() { Name = "exec_properties", Type = AttributeType.StringDict },
        new() { Name = "exec_group_compatible_with", Type = AttributeType.Any },
        new() { Name = "applicable_licenses", Type = AttributeType.LabelList, Transition = AttributeTransition.Exec, Configurable = false },
        new() { Name = "package_metadata", Type = AttributeType.LabelList, Transition = AttributeTransition.Exec, Configurable = false },
        new() { Name = "toolchains", Type = AttributeType.LabelList },
        new() { Name = "data", Type = AttributeType.LabelList, AllowedFiles = [] },
        new() { Name = "generator_name", Type = AttributeType.String, Configurable = false },
        new() { Name = "generator_function", Type = AttributeType.String, Configurable = false },
        new() { Name = "generator_location", Type = AttributeType.String, Configurable = false },
        new() { Name = "transitive_configs", Type = AttributeType.Any, Configurable = false },
        new() { Name = "aspect_hints", Type = AttributeType.LabelList },
        new() { Name = "expect_failure", Type = AttributeType.String },
    ];

    /// <summary>Those of rules that .bzl files define: data is one that they declare if they want it.</summary>
    public static readonly IReadOnlyList<AttributeSchema> OfStarlarkRules = [.. All.Where(attribute => attribute.Name != "data")];

    /// <summary>Also given to tests.</summary>
    public static readonly IReadOnlyList<AttributeSchema> Tests =
    [
        new() { Name = "args", Type = AttributeType.StringList },
        new() { Name = "env", Type = AttributeType.StringDict },
        new() { Name = "env_inherit", Type = AttributeType.StringList },
        new() { Name = "size", Type = AttributeType.String, Default = "medium", Configurable = false },
        new() { Name = "timeout", Type = AttributeType.String, Configurable = false },
        new() { Name = "flaky", Type = AttributeType.Boolean },
        new() { Name = "shard_count", Type = AttributeType.Integer, Default = -1 },
        new() { Name = "local", Type = AttributeType.Boolean },
    ];
}
