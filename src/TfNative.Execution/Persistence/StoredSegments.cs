namespace TfNative.Execution;

/// <summary>The segments of command lines in a graph's file; shared ones are decoded once.</summary>
internal sealed class StoredSegments
{
    private readonly Lock _lock = new();
    private readonly GraphBytesReader _bytes;
    private readonly int[] _positions;
    private readonly string[]?[] _decoded;

    /// <summary>Stands at the segments' list, and leaves the reader behind it.</summary>
    public StoredSegments(GraphBytesReader bytes)
    {
        _bytes = bytes;
        _positions = new int[bytes.Count()];
        _decoded = new string[]?[_positions.Length];
        for (int i = 0; i < _positions.Length; i++)
        {
            _positions[i] = bytes.Position;
            for (int words = bytes.Count(); words > 0; words--)
                bytes.Number();
        }
    }

    public string[][] At(int[] places)
    {
        lock (_lock)
        {
            var result = new string[places.Length][];
            for (int i = 0; i < places.Length; i++)
                result[i] = _decoded[places[i]] ??= Decode(_positions[places[i]]);
            return result;
        }
    }

    private string[] Decode(int position)
    {
        _bytes.Position = position;
        return _bytes.List(_bytes.String);
    }
}
