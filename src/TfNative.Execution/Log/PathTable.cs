namespace TfNative.Execution;

/// <summary>Paths by number and numbers by path, as the log brings them in. Written under the log's lock; a path may be
/// asked for at any time by a number that was handed out.</summary>
internal sealed class PathTable
{
    /// <summary>Enough for a build of some hundred actions: growing costs as much as all that is put into it.</summary>
    private readonly Dictionary<string, int> _ids = new(4096);
    private string[] _paths = new string[4096];

    public int Count { get; private set; }

    public string this[int id] => _paths[id];

    public bool TryGet(string path, out int id) => _ids.TryGetValue(path, out id);

    public int Add(string path)
    {
        if (Count == _paths.Length)
        {
            // Readers that hold the old array find all older paths in it.
            var paths = new string[Count * 2];
            _paths.CopyTo(paths, 0);
            _paths = paths;
        }

        _ids.Add(path, Count);
        _paths[Count] = path;
        return Count++;
    }
}
