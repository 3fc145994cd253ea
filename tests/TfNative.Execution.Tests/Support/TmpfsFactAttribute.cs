namespace TfNative.Execution.Tests.Support;

/// <summary>A test that mounts a file system, which root may do. Where that is not permitted, it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    private static readonly bool IsPermitted = Try();

    public TmpfsFactAttribute()
    {
        if (!IsPermitted)
            Skip = "this machine does not permit mounting a tmpfs";
    }

    private static bool Try()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tfnative-tmpfs-");
        bool mounted = Tmpfs.TryMount(folder.FullName, "4k");
        if (mounted)
            Tmpfs.Unmount(folder.FullName);
        folder.Delete();
        return mounted;
    }
}
