using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Finds the name that a workspace gives itself; its WORKSPACE file is read for that alone, not evaluated.</summary>
internal static class WorkspaceName
{
    /// <returns>The name, or Bazel's "__main__" when there is none.</returns>
    public static string Read(string workspace, IFileSystem files)
    {
        foreach (string name in new[] { "WORKSPACE.bazel", "WORKSPACE", "MODULE.bazel" })
        {
            string path = $"{workspace}/{name}";
            if (files.FileExists(path) && Find(path, files.ReadAllBytes(path)) is { } found)
                return found;
        }

        return "__main__";
    }

    private static string? Find(string path, byte[] text)
    {
        string? found = null;
        var noop = new Builtin("workspace", "*args, **kwargs", (in CallContext c) =>
        {
            foreach ((string key, Value value) in c.KeywordArgs)
            {
                if (key is "name" or "repo_name" && value.TryGet(out string? name) && name.Length > 0)
                    found = name;
            }

            throw c.Error("the name is known");
        });
        StarlarkFile file = StarlarkFile.Parse(path, text, Dialect.Build);
        var environment = new StarlarkEnvironment([new("workspace", noop), new("module", noop)]);
        try
        {
            // Names beyond these two do not resolve, so only the statement itself is run.
            StarlarkProgram.Resolve(file.OnlyCallsOf("workspace", "module"), environment).Execute(new StarlarkThread(), environment);
        }
        catch (StarlarkException)
        {
            // Thrown on purpose once the name is known; other errors are not our concern here.
        }

        return found;
    }
}
