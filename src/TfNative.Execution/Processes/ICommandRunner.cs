namespace TfNative.Execution;

/// <summary>Runs programs (ninja's CommandRunner).</summary>
internal interface ICommandRunner : IDisposable
{
    /// <summary>Runs a program to its end. When cancelled or out of time, it and all that it started are ended first.
    /// A program that cannot be started is a result, not an exception.</summary>
    CommandResult Run(Command command, CancellationToken cancel);
}
