using System.Buffers;
using System.Text;

namespace TfNative.Bazel;

/// <summary>What names of repositories, packages and targets may be made of.</summary>
/// <remarks>
/// Rules and messages: Bazel 7, LabelValidator.java and RepositoryName.java; https://bazel.build/concepts/labels.
/// </remarks>
internal static class LabelValidator
{
    private const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly SearchValues<char> RepositoryCharacters = SearchValues.Create(Alphanumeric + "_-.~+");
    private static readonly SearchValues<char> PackageCharacters =
        SearchValues.Create(Alphanumeric + " !\"#$%&'()*+,-./;<=>?@[]^_`{|}~");

    private static readonly SearchValues<char> TargetCharacters =
        SearchValues.Create(Alphanumeric + " !\"#$%&'()*+,-;<=>?@[]^_`{|}~./");

    public static LabelSyntaxException Error(string message) => new(Sanitize(message));

    /// <exception cref="LabelSyntaxException" />
    public static void CheckRepositoryName(string name)
    {
        if (name is "." or "..")
            throw Error($"invalid repository name '{name}': repo names are not allowed to be '{name}'");
        if (name.AsSpan().ContainsAnyExcept(RepositoryCharacters))
        {
            throw Error($"invalid repository name '{name}': repo names may contain only "
                + "A-Z, a-z, 0-9, '-', '_', '.', '~' and '+'");
        }
    }

    /// <param name="path">The package's path.</param>
    /// <param name="targetName">The name that stood with it, for the hint in the message; null where there is none.</param>
    /// <exception cref="LabelSyntaxException" />
    public static void CheckPackageName(string path, string? targetName)
    {
        if (FindPackageNameError(path) is { } error)
            throw Error($"invalid package name '{path}': {error}{PerhapsYouMeant(path, targetName)}");
    }

    /// <returns>The name as it counts: a trailing <c>/.</c>, which Bazel lets pass, is dropped.</returns>
    /// <exception cref="LabelSyntaxException" />
    public static string CheckTargetName(string name, string packagePath)
    {
        if (FindTargetNameError(name) is { } error)
            throw Error($"invalid target name '{name}': {error}{PerhapsYouMeant(packagePath, name)}");
        return name.EndsWith("/.", StringComparison.Ordinal) ? name[..^2] : name;
    }

    private static string PerhapsYouMeant(string packagePath, string? targetName) =>
        targetName is not null && packagePath.EndsWith("/" + targetName, StringComparison.Ordinal)
            ? $" (perhaps you meant \":{targetName}\"?)"
            : "";

    private static string? FindPackageNameError(string path)
    {
        if (path.Length == 0)
            return null;
        if (path[0] == '/')
            return "package names may not start with '/'";
        if (path.AsSpan().ContainsAnyExcept(PackageCharacters))
        {
            return "package names may contain A-Z, a-z, 0-9, or any of ' !\"#$%&'()*+,-./;<=>?[]^_`{|}~'"
                + " (most 7-bit ascii characters except 0-31, 127, ':', or '\\')";
        }

        if (path[^1] == '/')
            return "package names may not end with '/'";
        foreach (Range range in path.AsSpan().Split('/'))
        {
            ReadOnlySpan<char> segment = path.AsSpan(range);
            if (segment.Length == 0)
                return "package names may not contain '//' path separators";
            if (!segment.ContainsAnyExcept('.'))
                return "package name component contains only '.' characters";
        }

        return null;
    }

    private static string? FindTargetNameError(string name)
    {
        if (name.Length == 0)
            return "empty target name";
        if (name[0] == '/')
            return "target names may not start with '/'";
        if (name[^1] == '\r')
            return "target names may not end with carriage returns (perhaps the input source is CRLF-terminated)";
        if (FindForbiddenCharacter(name) is { } forbidden)
            return forbidden;
        return name.AsSpan().ContainsAny('/', '.') ? FindSegmentError(name) : null;
    }

    private static string? FindForbiddenCharacter(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            int next = name.AsSpan(i).IndexOfAnyExcept(TargetCharacters);
            if (next < 0)
                return null;
            i += next;
            char c = name[i];

            // File names are bytes to Bazel; all of those that make up non-ASCII letters are allowed.
            if (c >= 0x80)
                continue;
            return c is <= '\u001f' or '\u007f'
                ? $"target names may not contain non-printable characters: '\\x{(int)c:X2}'"
                : $"target names may not contain '{c}'";
        }

        return null;
    }

    private static string? FindSegmentError(string name)
    {
        int start = 0;
        while (start <= name.Length)
        {
            int end = name.IndexOf('/', start);
            bool isLast = end < 0;
            ReadOnlySpan<char> segment = name.AsSpan(start, (isLast ? name.Length : end) - start);
            if (segment is "..")
                return "target names may not contain up-level references '..'";
            if (segment is "." && !isLast)
                return "target names may not contain '.' as a path segment";
            if (segment.Length == 0)
                return isLast ? "target names may not end with '/'" : "target names may not contain '//' path separators";
            if (isLast)
                return null;
            start = end + 1;
        }

        return null;
    }

    /// <summary>Messages are one line on a terminal, whatever the label held.</summary>
    private static string Sanitize(string message)
    {
        if (!message.Any(char.IsControl))
            return message;
        var builder = new StringBuilder();
        foreach (char c in message)
            builder.Append(char.IsControl(c) ? $"\\x{(int)c:X2}" : c.ToString());
        return builder.ToString();
    }
}
