namespace TfNative.Execution;

/// <summary>A set of path ids that is added to millions of times.</summary>
internal sealed class PathMarks(int count)
{
    private bool[] _marks = new bool[count];

    public void Mark(int path)
    {
        if (path >= _marks.Length)
            Array.Resize(ref _marks, Math.Max(path + 1, _marks.Length * 2));
        _marks[path] = true;
    }

    public List<int> Marked()
    {
        var result = new List<int>(_marks.Length);
        for (int path = 0; path < _marks.Length; path++)
        {
            if (_marks[path])
                result.Add(path);
        }

        return result;
    }
}
