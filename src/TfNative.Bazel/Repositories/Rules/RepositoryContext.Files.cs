using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Files: reading, writing, patching.</summary>
internal sealed partial class RepositoryContext
{
    private byte[] ReadInput(string path)
    {
        if (!File.Exists(path))
            throw Failed($"cannot read {path}: there is no such file");
        if (!path.StartsWith(root + "/", StringComparison.Ordinal))
            inputs.AddFile(path);
        return File.ReadAllBytes(path);
    }

    private Value Write(string path, string content, bool executable)
    {
        folder.Write(new(path, Encoding.UTF8.GetBytes(content), executable));
        return Value.None;
    }

    private Value Template(in CallContext c)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(ReadInput(Resolve(c[1]))));
        foreach ((Value from, Value to) in c.Dict(2))
            text.Replace(from.ToString(), to.ToString());
        return Write(Output(c[0]), text.ToString(), c[3].Truth);
    }

    private bool Delete(string path)
    {
        string full = $"{root}/{path}";
        bool existed = File.Exists(full) || Directory.Exists(full);
        if (existed && new FileInfo(full).LinkTarget is null && Directory.Exists(full))
            Directory.Delete(full, recursive: true);
        else
            folder.Prepare(path);
        return existed;
    }

    private Value Patch(string patch, int strip)
    {
        try
        {
            foreach (PatchedFile changed in PatchApplier.Apply(ReadInput(patch), patch, strip, folder.Read))
                folder.Write(changed);
        }
        catch (PatchException e)
        {
            throw new BazelException(e.Code, $"patching @{name}: {e.Message}", inner: e);
        }

        return Value.None;
    }
}
