namespace TfNative.Bazel;

/// <summary>Short ways to write the attributes of native rules.</summary>
internal static class Schemas
{
    public static AttributeSchema String(string name, string initial = "", bool mandatory = false, bool configurable = true) =>
        new() { Name = name, Type = AttributeType.String, Default = initial, Mandatory = mandatory, Configurable = configurable };

    public static AttributeSchema Strings(string name) => new() { Name = name, Type = AttributeType.StringList };

    public static AttributeSchema Bool(string name, bool initial = false) =>
        new() { Name = name, Type = AttributeType.Boolean, Default = initial };

    public static AttributeSchema Tristate(string name) => new() { Name = name, Type = AttributeType.Tristate, Default = -1 };

    public static AttributeSchema Int(string name, int initial = 0) => new() { Name = name, Type = AttributeType.Integer, Default = initial };

    public static AttributeSchema Label(string name, bool mandatory = false, bool exec = false, string? initial = null) => new()
    {
        Name = name,
        Default = initial is null ? null : Bazel.Label.Parse(initial, PackageId.MainRoot),
        Type = AttributeType.Label,
        AllowedFiles = [],
        Mandatory = mandatory,
        Transition = exec ? AttributeTransition.Exec : AttributeTransition.Target,
    };

    public static AttributeSchema Labels(string name, bool exec = false) => new()
    {
        Name = name,
        Type = AttributeType.LabelList,
        AllowedFiles = [],
        Transition = exec ? AttributeTransition.Exec : AttributeTransition.Target,
    };

    /// <summary>A label that is only mentioned.</summary>
    public static AttributeSchema Nodep(string name, bool mandatory = false) =>
        new() { Name = name, Type = AttributeType.Label, Mandatory = mandatory, IsNodep = true, Configurable = false };

    /// <summary>Labels whose order says nothing.</summary>
    public static AttributeSchema Unordered(string name) => Labels(name) with { IsOrderIndependent = true };

    public static AttributeSchema Dict(string name, bool configurable = true) =>
        new() { Name = name, Type = AttributeType.StringDict, Configurable = configurable };

    public static AttributeSchema Any(string name) => new() { Name = name, Type = AttributeType.Any };
}
