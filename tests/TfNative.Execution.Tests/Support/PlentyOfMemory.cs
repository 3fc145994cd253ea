namespace TfNative.Execution.Tests.Support;

internal sealed class PlentyOfMemory : IMemoryProbe
{
    public long AvailableBytes() => 64L << 30;
}
