namespace TfNative.Execution.Tests.Support;

/// <summary>A build log's bytes in memory, which outlive the builds that write them.</summary>
internal sealed class MemoryLog : ILogStorage
{
    public byte[] Bytes { get; set; } = [];

    /// <summary>The log may not become longer than this.</summary>
    public int Capacity { get; set; } = int.MaxValue;

    public int Replaced { get; private set; }

    public string Name => "build.log";

    public LogReader Read() => LogReader.Read(Bytes);

    public void Write(long position, ReadOnlySpan<byte> bytes)
    {
        int fits = (int)Math.Min(bytes.Length, Capacity - position);
        Bytes = [.. Bytes.AsSpan(0, (int)position), .. bytes[..fits]];
        if (fits < bytes.Length)
            throw new IOException("No space left on device");
    }

    public void Replace(ReadOnlySpan<byte> bytes)
    {
        Replaced++;
        Bytes = bytes.ToArray();
    }

    public void Dispose()
    {
    }
}
