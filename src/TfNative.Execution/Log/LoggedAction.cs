namespace TfNative.Execution;

/// <summary>
/// The manifest of an action's last good run, as a view of the log's bytes: what it was told, and the exact versions
/// of everything that it read and made. It is up to date while all this is still so. Ten thousand compiles
/// with a thousand headers each are ten million numbers: they are read where they lie.
/// </summary>
internal readonly ref struct LoggedAction(ReadOnlySpan<byte> payload)
{
    /// <summary>Numbers before the lists: kind, digest (4), milliseconds, CPU milliseconds, peak memory in KiB, and the
    /// lengths of the five lists.</summary>
    public const int FixedNumbers = 13;

    private readonly ReadOnlySpan<int> _numbers = LogFormat.Numbers(payload);

    public Hash128 CommandDigest => new((ulong)Long(_numbers[1..]), (ulong)Long(_numbers[3..]));

    public ActionUsage Usage => new(
        TimeSpan.FromMilliseconds(_numbers[5]), TimeSpan.FromMilliseconds(_numbers[6]), (long)_numbers[7] << 10);

    /// <summary>Version ids in the order of the action's outputs.</summary>
    public ReadOnlySpan<int> Outputs => List(0);

    /// <summary>Version ids of what it declared to read: the program, inputs, tools, members of sets.</summary>
    public ReadOnlySpan<int> Inputs => List(1);

    /// <summary>Version ids of what its depfile named beside those.</summary>
    public ReadOnlySpan<int> Discovered => List(2);

    /// <summary>Word ids of the arguments.</summary>
    public ReadOnlySpan<int> Arguments => List(3);

    /// <summary>Word ids of the variables, NAME=value.</summary>
    public ReadOnlySpan<int> Environment => List(4);

    /// <summary>A 64-bit number in two of 32 bits, the lower first.</summary>
    public static long Long(ReadOnlySpan<int> numbers) => (uint)numbers[0] | ((long)numbers[1] << 32);

    private ReadOnlySpan<int> List(int which)
    {
        int start = FixedNumbers;
        for (int i = 0; i < which; i++)
            start += _numbers[8 + i];
        return _numbers.Slice(start, _numbers[8 + which]);
    }
}
