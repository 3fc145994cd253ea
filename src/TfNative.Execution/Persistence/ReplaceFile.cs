namespace TfNative.Execution;

/// <summary>Puts a file in the place of another so that at every moment there is one of them, whole.</summary>
internal static class ReplaceFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string beside = path + ".new";
        using (var file = File.OpenHandle(beside, FileMode.Create, FileAccess.Write))
            RandomAccess.Write(file, bytes, 0);
        File.Move(beside, path, overwrite: true);
    }
}
