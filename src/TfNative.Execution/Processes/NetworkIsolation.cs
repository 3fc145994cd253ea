namespace TfNative.Execution;

/// <summary>
/// Runs programs in a network namespace of their own, in which there is no network: util-linux's unshare makes it, with a
/// user namespace so that no privileges are needed. The loopback device is there, but down.
/// </summary>
internal static class NetworkIsolation
{
    private const string Unshare = "/usr/bin/unshare";

    /// <summary>To be put before a program and its arguments.</summary>
    public static readonly IReadOnlyList<string> Prefix = [Unshare, "--user", "--map-current-user", "--net", "--"];

    /// <exception cref="ExecutionException">TFN3007: this machine does not permit it.</exception>
    public static void Check(IDiskInterface disk, ICommandRunner commands, string spillFile)
    {
        if (!disk.Stat(Unshare).Exists)
            throw ExecutionErrors.NoIsolation($"there is no {Unshare} (util-linux)");
        var command = new Command(Unshare, [.. Prefix, "/bin/true"], [], disk.FullPath("/"), null, spillFile, 0);
        CommandResult result = commands.Run(command, CancellationToken.None);
        if (!result.Succeeded)
            throw ExecutionErrors.NoIsolation((result.StartError ?? result.Output.Text).Trim());
    }
}
