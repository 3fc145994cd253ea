namespace TfNative.Execution;

/// <summary>Where the build log's bytes are kept.</summary>
internal interface ILogStorage : IDisposable
{
    /// <summary>For messages.</summary>
    string Name { get; }

    /// <summary>All that is there; nothing when there is no log yet. Asked for once.</summary>
    LogReader Read();

    /// <summary>Writes at a position, which cuts off whatever stood there and behind it.</summary>
    /// <exception cref="IOException">Not all could be written; what was written of it is of no use.</exception>
    void Write(long position, ReadOnlySpan<byte> bytes);

    /// <summary>Puts new content in the place of the old so that at every moment there is one or the other.</summary>
    void Replace(ReadOnlySpan<byte> bytes);
}
