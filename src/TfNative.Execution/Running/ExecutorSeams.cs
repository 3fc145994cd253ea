namespace TfNative.Execution;

/// <summary>What the executor needs of the machine; the tests have their own.</summary>
internal sealed record ExecutorSeams(IDiskInterface Disk, ICommandRunner Commands, ILogStorage Log, IMemoryProbe Memory);
