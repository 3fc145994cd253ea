namespace TfNative.Bazel;

/// <summary>Who may depend on a target: everyone, no one else, or the listed packages and package groups.</summary>
public sealed class Visibility
{
    public static readonly Visibility Public = new([]) { IsPublic = true };

    public static readonly Visibility Private = new([]);

    private Visibility(IReadOnlyList<Label> entries) => Entries = entries;

    public bool IsPublic { get; private init; }

    /// <summary>Labels of package groups, and //pkg:__pkg__ and //pkg:__subpackages__.</summary>
    public IReadOnlyList<Label> Entries { get; }

    /// <summary>Source: https://bazel.build/concepts/visibility.</summary>
    public static Visibility Of(IReadOnlyList<Label> labels)
    {
        var entries = new List<Label>(labels.Count);
        foreach (Label label in labels)
        {
            switch (label.Package.Path, label.Name)
            {
                case ("visibility", "public"):
                case ("visibility", "legacy_public"):
                    return Public;
                case ("visibility", "private"):
                    break;
                case ("visibility", _) when label.Package.Repository.IsMain:
                    throw new BazelException(
                        BazelErrorCode.LabelSyntax, $"invalid visibility label '{label}'; did you mean //visibility:public or //visibility:private?", label: label);
                default:
                    entries.Add(label);
                    break;
            }
        }

        return entries.Count == 0 ? Private : new(entries);
    }
}
