using System.Collections.Concurrent;

namespace TfNative.Execution;

/// <summary>
/// What the making of a graph depended on: files that were read or looked for in vain, folders whose entries were
/// listed, and values (properties, versions of the program itself). To be made before the first of them is read: what is
/// younger than this object may have changed after it was read, and is taken to have. May be added to from several threads.
/// </summary>
public sealed class GraphInputs
{
    private readonly ConcurrentDictionary<(GraphInputKind Kind, string Name), string> _inputs = new();
    private readonly long _start;

    public GraphInputs()
        : this(RealDisk.CurrentTime)
    {
    }

    /// <param name="start">When the first of them may have been read.</param>
    internal GraphInputs(long start) => _start = start;

    /// <summary>A file that was read, or that was looked for and is missing.</summary>
    public void AddFile(string absolutePath) => _inputs[(GraphInputKind.File, absolutePath)] = "";

    /// <summary>A folder whose entries were listed (not those of folders in it): adding, removing and renaming counts.</summary>
    public void AddFolder(string absolutePath) => _inputs[(GraphInputKind.Folder, absolutePath)] = "";

    public void AddValue(string name, string value) => _inputs[(GraphInputKind.Value, name)] = value;

    /// <param name="path">The file to write.</param>
    /// <param name="graph">Checksum of the graph that was made.</param>
    internal void Save(string path, ulong graph)
    {
        var entries = _inputs.OrderBy(input => input.Key.Name, StringComparer.Ordinal)
            .Select(input => new GraphInput(input.Key.Kind, input.Key.Name, input.Value)).ToArray();
        using var disk = new RealDisk("/");
        InParallel.Run(entries.Length, Environment.ProcessorCount, i => entries[i].Look(disk, _start), CancellationToken.None);
        Write(path, graph, entries);
    }

    /// <summary>The first difference between what was saved and what is now; null when there is none.</summary>
    internal static string? FirstChange(string path, ulong graph, IReadOnlyDictionary<string, string> values)
    {
        if (Read(path, graph) is not { } entries)
            return "the action graph was made by another version of this program, or its making was cut off";
        if (FirstChange(entries, values) is { } change)
            return change;
        using var disk = new RealDisk("/");
        long start = disk.Now;
        var changes = new string?[entries.Length];
        int looked = 0;
        void Check(int i)
        {
            changes[i] = entries[i].Change(disk, start, out bool wasRead);
            if (wasRead)
                Interlocked.Increment(ref looked);
        }

        InParallel.Run(entries.Length, Environment.ProcessorCount, Check, CancellationToken.None);
        string? first = Array.Find(changes, change => change is not null);
        // What had to be read and is the same has a stamp now that vouches for it next time.
        if (first is null && looked > 0)
            Write(path, graph, entries);
        return first;
    }

    private static string? FirstChange(GraphInput[] entries, IReadOnlyDictionary<string, string> values)
    {
        var known = new HashSet<string>(values.Count);
        foreach (GraphInput entry in entries)
        {
            if (entry.Kind != GraphInputKind.Value)
                continue;
            known.Add(entry.Name);
            if (!values.TryGetValue(entry.Name, out string? value))
                return $"{entry.Name} is no longer given";
            if (value != entry.Value)
                return $"{entry.Name} changed: {entry.Value} -> {value}";
        }

        return known.Count == values.Count ? null : $"{values.Keys.First(name => !known.Contains(name))} was not given before";
    }

    private static void Write(string path, ulong graph, GraphInput[] entries)
    {
        var bytes = new GraphBytes();
        bytes.Number((long)graph);
        bytes.List(entries, entry => entry.Write(bytes));
        byte[] body = bytes.ToArray();
        ReplaceFile.Write(path, [.. BitConverter.GetBytes(Checksum.Of(body)), .. body]);
    }

    private static GraphInput[]? Read(string path, ulong graph)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (IOException)
        {
            return null;
        }

        const int Start = sizeof(ulong);
        if (bytes.Length < Start || BitConverter.ToUInt64(bytes) != Checksum.Of(bytes.AsSpan(Start)))
            return null;
        var reader = new GraphBytesReader(bytes, Start);
        return (ulong)reader.Number() == graph ? reader.List(() => GraphInput.Read(reader)) : null;
    }
}
