namespace TfNative.Bazel;

/// <summary>Turns label texts into labels as seen from one package or .bzl file, remembering what it has parsed.</summary>
public sealed class LabelConverter
{
    private readonly Dictionary<string, Label> parsed = new(StringComparer.Ordinal);

    public LabelConverter(PackageId context, Func<string, string>? repositoryMapping = null)
    {
        Context = context;
        RepositoryMapping = repositoryMapping;
    }

    public PackageId Context { get; }

    public Func<string, string>? RepositoryMapping { get; }

    /// <exception cref="LabelSyntaxException">The text is no label.</exception>
    public Label Convert(string text)
    {
        lock (parsed)
        {
            if (!parsed.TryGetValue(text, out Label? label))
                parsed.Add(text, label = Label.Parse(text, Context, RepositoryMapping));
            return label;
        }
    }
}
