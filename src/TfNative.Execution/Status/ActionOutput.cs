using System.Text;

namespace TfNative.Execution;

/// <summary>What an action wrote. Only so much is kept in memory; what is longer is in a file, complete.</summary>
/// <param name="Bytes">The output, or its beginning.</param>
/// <param name="TotalLength">Bytes written altogether.</param>
/// <param name="SpillFile">Absolute path of the file with all of it; null when <paramref name="Bytes"/> is all.</param>
public sealed record ActionOutput(ReadOnlyMemory<byte> Bytes, long TotalLength, string? SpillFile)
{
    public static readonly ActionOutput None = new(ReadOnlyMemory<byte>.Empty, 0, null);

    /// <summary>As text, with a last line that names the file when this is not all. Colours are kept;
    /// <see cref="AnsiText.Strip"/> takes them out.</summary>
    public string Text
    {
        get
        {
            string text = Encoding.UTF8.GetString(Bytes.Span);
            return SpillFile is null ? text : $"{text}\n[{TotalLength} bytes in all: {SpillFile}]\n";
        }
    }
}
