namespace TfNative.Execution;

/// <summary>What was made of a file before its turn came. It is given only while the file is the very one that was read.</summary>
/// <typeparam name="T">What is made of the bytes.</typeparam>
internal sealed class EarlyRead<T>
    where T : class
{
    private readonly string _path;
    private readonly FileStamp _stamp;
    private T? _value;

    private EarlyRead(string path, FileStamp stamp, T? value) => (_path, _stamp, _value) = (path, stamp, value);

    /// <summary>Reads a file now.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="decode">Makes something of its bytes; null when they are good for nothing.</param>
    /// <param name="start">When the reading began.</param>
    /// <returns>Holds nothing when the file is missing, cannot be read, or is so young that it could be written again without
    /// looking any different.</returns>
    public static EarlyRead<T> Of(string path, Func<byte[], T?> decode, long start)
    {
        // Looked at before it is read: whoever writes meanwhile or later makes it look different.
        FileStamp stamp = Look(path);
        if (stamp == default || !stamp.IsOlderThan(start))
            return new(path, default, null);
        try
        {
            return new(path, stamp, decode(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever needs it reads it himself, and says what is wrong.
            return new(path, default, null);
        }
    }

    /// <summary>Gives it away, once.</summary>
    public T? Take() => _stamp != default && Look(_path) == _stamp ? Interlocked.Exchange(ref _value, null) : null;

    private static FileStamp Look(string path)
    {
        using var disk = new RealDisk("/");
        return disk.Stat(path).Stamp;
    }
}
