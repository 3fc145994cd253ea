using System.IO.Hashing;
using System.Text;

namespace TfNative.Bazel;

/// <summary>
/// The file that says what a laid out repository was made of: its recipe, and the folders and files of the sources that went
/// into it. While all of it holds, the folder need not be made again. Looking at it also notes these folders and files
/// as read, so that the action graph depends on them.
/// </summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="files">Folders and files are read through it.</param>
internal sealed class OverlayStamp(string path, IFileSystem files)
{
    private const string Folder = "folder ";
    private const string File = "file ";

    public bool Holds(string recipe)
    {
        if (!System.IO.File.Exists(path))
            return false;
        string text = System.IO.File.ReadAllText(path);
        if (!text.StartsWith(recipe + "\n", StringComparison.Ordinal))
            return false;
        // All lines, though the first difference would do: what was not looked at could change unnoticed.
        bool holds = true;
        foreach (string line in text[(recipe.Length + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            holds &= IsCurrent(line);
        return holds;
    }

    public void Delete() => System.IO.File.Delete(path);

    public void Write(string recipe, IEnumerable<string> folders, IEnumerable<string> originals)
    {
        var text = new StringBuilder(recipe).Append('\n');
        foreach (string folder in folders)
            text.Append(Folder).Append(Entries(folder)).Append(' ').Append(folder).Append('\n');
        foreach (string original in originals)
            text.Append(File).Append(Content(files, original)).Append(' ').Append(original).Append('\n');
        System.IO.File.WriteAllText(path, text.ToString());
    }

    /// <summary>A hash of what is in a file.</summary>
    public static string Content(IFileSystem files, string path) => Convert.ToHexString(XxHash128.Hash(files.ReadAllBytes(path)));

    private bool IsCurrent(string line)
    {
        int first = line.IndexOf(' ', StringComparison.Ordinal), second = line.IndexOf(' ', first + 1);
        if (second < 0)
            return false;
        (string hash, string named) = (line[(first + 1)..second], line[(second + 1)..]);
        return line.StartsWith(Folder, StringComparison.Ordinal) ? hash == Entries(named)
            : files.FileExists(named) && hash == Content(files, named);
    }

    private string Entries(string folder)
    {
        IEnumerable<string> names = files.ListDirectory(folder).Entries.Select(entry => $"{entry.Kind} {entry.Name}").Order(StringComparer.Ordinal);
        return Convert.ToHexString(XxHash128.Hash(Encoding.UTF8.GetBytes(string.Join('\n', names))));
    }
}
