using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A label as Starlark code sees it (https://bazel.build/rules/lib/builtins/Label).</summary>
public sealed class LabelValue : StarlarkObject
{
    public LabelValue(Label label) => Label = label;

    public Label Label { get; }

    public override string TypeName => "Label";

    public override bool IsHashable => true;

    /// <summary>Label("//a:b"), as seen from the .bzl file that calls it.</summary>
    public static Builtin CreateFunction(LabelConverter labels) => new("Label", "input", (in CallContext c) =>
    {
        if (c[0].As<LabelValue>() is { } same)
            return same;
        try
        {
            return new LabelValue(labels.Convert(c.String(0)));
        }
        catch (LabelSyntaxException e)
        {
            throw c.Error(e.Message);
        }
    });

    public override bool TryGetAttribute(string name, out Value value)
    {
        switch (name)
        {
            case "name":
                value = Label.Name;
                return true;
            case "package":
                value = Label.Package.Path;
                return true;
            case "workspace_name":
            case "repo_name":
                value = Label.Package.Repository.Name;
                return true;
            case "workspace_root":
                value = Label.Package.Repository.ExecPath;
                return true;
            case "relative":
                value = new Builtin("relative", "relName", (in CallContext c) => new LabelValue(Label.Relative(c.String(0))));
                return true;
            case "same_package_label":
                value = new Builtin("same_package_label", "target_name", (in CallContext c) => new LabelValue(Label.Sibling(c.String(0))));
                return true;
            default:
                value = default;
                return false;
        }
    }

    public override IEnumerable<string> AttributeNames =>
        ["name", "package", "workspace_name", "repo_name", "workspace_root", "relative", "same_package_label"];

    public override void AppendRepr(StringBuilder text) => text.Append("Label(\"").Append(Label.ToStarlarkString()).Append("\")");

    public override void AppendStr(StringBuilder text) => text.Append(Label.ToStarlarkString());

    public override bool Equals(Value other) => other.As<LabelValue>() is { } label && Label.Equals(label.Label);

    public override int Hash() => Label.GetHashCode();
}
