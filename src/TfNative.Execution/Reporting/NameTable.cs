namespace TfNative.Execution;

/// <summary>Names by number, and numbers by name.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    /// <returns>The name's number; the next one when it is new.</returns>
    public int Add(string name)
    {
        if (_numbers.TryGetValue(name, out int number))
            return number;
        _names.Add(name);
        return _numbers[name] = _names.Count - 1;
    }
}
