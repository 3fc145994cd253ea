namespace TfNative.Execution;

/// <summary>How much memory there is to be had now.</summary>
internal interface IMemoryProbe
{
    long AvailableBytes();
}
