namespace TfNative.Execution;

/// <summary>Paths by number and numbers by path, as the log brings them in.</summary>
internal sealed class PathTable
{
    private readonly List<string> _paths = [];
    private readonly Dictionary<string, int> _ids = [];

    public int Count => _paths.Count;

    public string this[int id] => _paths[id];

    public bool TryGet(string path, out int id) => _ids.TryGetValue(path, out id);

    public int Add(string path)
    {
        _ids.Add(path, _paths.Count);
        _paths.Add(path);
        return _paths.Count - 1;
    }
}
