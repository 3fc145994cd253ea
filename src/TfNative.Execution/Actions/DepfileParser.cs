using System.Text;

namespace TfNative.Execution;

/// <summary>
/// Reads the makefile rules that gcc, clang and nvcc write (-MD): what stands behind the colon of each rule. Quoting as
/// gcc writes it: "\ " and "\#" and "$$"; a backslash at a line's end goes on; before anything else a backslash is itself.
/// An odd number of backslashes before a space halves and quotes the space (gcc's mkdeps.cc, munge).
/// </summary>
internal static class DepfileParser
{
    /// <summary>The prerequisites of all rules, each once, as they are written.</summary>
    public static List<string> Parse(ReadOnlySpan<byte> depfile)
    {
        var result = new List<string>();
        var seen = new HashSet<string>();
        var word = new List<byte>(256);
        bool inTargets = true;
        int at = 0;
        while (at <= depfile.Length)
        {
            byte c = at < depfile.Length ? depfile[at] : (byte)'\n';
            at++;
            if (c == '\\' && IsContinuation(depfile, ref at))
                c = (byte)' ';
            else if (c == '\\' && Unquote(depfile, ref at, word))
                continue;
            if (c == '$' && At(depfile, at) == '$')
            {
                word.Add(c);
                at++;
                continue;
            }

            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                word.Add(c);
                continue;
            }

            inTargets = EndWord(word, inTargets, result, seen) && inTargets;
            if (c == '\n')
                inTargets = true;
        }

        return result;
    }

    /// <returns>False when the word ended the list of targets.</returns>
    private static bool EndWord(List<byte> word, bool inTargets, List<string> result, HashSet<string> seen)
    {
        if (word.Count == 0)
            return true;
        bool endsTargets = inTargets && word[^1] == ':';
        if (!inTargets)
        {
            string path = Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(word));
            if (seen.Add(path))
                result.Add(path);
        }

        word.Clear();
        return !endsTargets;
    }

    private static bool IsContinuation(ReadOnlySpan<byte> text, ref int at)
    {
        int next = At(text, at) == '\r' ? at + 1 : at;
        if (At(text, next) != '\n')
            return false;
        at = next + 1;
        return true;
    }

    /// <summary>A run of backslashes that begins before <paramref name="at"/>, with what it quotes.</summary>
    private static bool Unquote(ReadOnlySpan<byte> text, ref int at, List<byte> word)
    {
        int count = 1;
        while (At(text, at) == '\\')
        {
            count++;
            at++;
        }

        int next = At(text, at);
        bool quotes = next is '#' or ':' || (next == ' ' && count % 2 == 1);
        int kept = !quotes ? count : next == ' ' ? count / 2 : count - 1;
        // A colon is quoted only within a word: "x.o\:" at the end of one is a path that ends in a backslash.
        if (next == ':' && At(text, at + 1) is ' ' or '\n' or '\r' or -1)
            (quotes, kept) = (false, count);
        for (int i = 0; i < kept; i++)
            word.Add((byte)'\\');
        if (quotes)
        {
            word.Add((byte)next);
            at++;
        }
        else if (next == '\n' || (next == '\r' && At(text, at + 1) == '\n'))
        {
            // The last of several backslashes goes on to the next line.
            word.RemoveAt(word.Count - 1);
            at--;
        }

        return true;
    }

    private static int At(ReadOnlySpan<byte> text, int index) => index < text.Length ? text[index] : -1;
}
