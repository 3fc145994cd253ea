namespace TfNative.Execution;

/// <summary>A command line in a graph's file, decoded when it is first looked at.</summary>
internal sealed class StoredCommandLine(StoredSegments segments, int[] places) : CommandLine
{
    private protected override string[][] Load() => segments.At(places);
}
