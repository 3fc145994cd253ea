namespace TfNative.Bazel;

/// <summary>One place of a file that a patch changes.</summary>
/// <param name="Number">Which of the file's hunks it is, from 1.</param>
/// <param name="Line">Where in the patch it starts.</param>
/// <param name="OldStart">The first of the old lines, from 1; the line to insert before where there are no old lines.</param>
/// <param name="Lines">Context, removed and added lines, in the patch's order.</param>
internal sealed record PatchHunk(int Number, int Line, int OldStart, IReadOnlyList<PatchHunk.HunkLine> Lines)
{
    /// <param name="Kind">A space, <c>-</c> or <c>+</c>.</param>
    /// <param name="Text">The line with its end, which only a file's last line may lack.</param>
    internal readonly record struct HunkLine(char Kind, string Text);

    /// <summary>The lines that the file must have.</summary>
    public IReadOnlyList<string> Old { get; } = Lines.Where(line => line.Kind != '+').Select(line => line.Text).ToArray();

    /// <summary>The lines that stand there afterwards.</summary>
    public IReadOnlyList<string> New { get; } = Lines.Where(line => line.Kind != '-').Select(line => line.Text).ToArray();

    /// <summary>How many lines of context there are before the first change.</summary>
    public int PrefixContext { get; } = Lines.TakeWhile(line => line.Kind == ' ').Count();

    /// <summary>How many lines of context there are after the last change.</summary>
    public int SuffixContext { get; } = Lines.Reverse().TakeWhile(line => line.Kind == ' ').Count();
}
