using System.Diagnostics;

namespace TfNative.Execution.Tests.Support;

/// <summary>A small file system in memory, where mounting is permitted.</summary>
internal static class Tmpfs
{
    public static bool TryMount(string folder, string size) => Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", folder);

    /// <summary>Makes a mounted one read-only, or writable again.</summary>
    public static void Remount(string folder, bool readOnly) =>
        Assert.True(Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", folder));

    public static void Unmount(string folder) => Run("umount", folder);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
