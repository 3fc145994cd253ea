namespace TfNative.Starlark;

/// <summary>What an evaluation may use; reaching a limit is an ordinary error with code TFN1401.</summary>
public sealed record Limits
{
    public static Limits Default { get; } = new();

    /// <summary>Calls and loop iterations, and work of builtins on long values. Unlimited by default.</summary>
    public long MaxSteps { get; init; } = long.MaxValue;

    /// <summary>Active calls. The stack that is left is a limit as well.</summary>
    public int MaxCallDepth { get; init; } = 2000;

    /// <summary>UTF-16 code units of one string.</summary>
    public int MaxStringLength { get; init; } = 256 * 1024 * 1024;

    /// <summary>Elements of one list, tuple, dict or set.</summary>
    public int MaxListLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bits of one int.</summary>
    public int MaxIntBits { get; init; } = 1_000_000;

    /// <summary>Largest count for which <c>x &lt;&lt; count</c> works; Bazel's is the default.</summary>
    public int MaxShiftCount { get; init; } = 512;

    /// <summary>The limits of the evaluation that runs on this OS thread.</summary>
    internal static Limits Current => StarlarkThread.Current?.Limits ?? Default;

    internal static void CheckListLength(long length)
    {
        if (length > 1024 && length > Current.MaxListLength)
            throw StarlarkException.Create($"excessive capacity requested: more than {Current.MaxListLength} elements", StarlarkErrors.Limit);
    }

    internal static void CheckStringLength(long length)
    {
        if (length > 4096 && length > Current.MaxStringLength)
            throw StringTooLong();
    }

    internal static StarlarkException StringTooLong() =>
        StarlarkException.Create($"string would be longer than {Current.MaxStringLength} characters", StarlarkErrors.Limit);

    internal static StarlarkException IntTooLarge() =>
        StarlarkException.Create($"int would have more than {Current.MaxIntBits} bits", StarlarkErrors.Limit);
}
