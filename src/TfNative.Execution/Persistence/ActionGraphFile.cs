using System.Buffers.Binary;

namespace TfNative.Execution;

/// <summary>
/// A graph in a file, with what its making depended on in another beside it (<see cref="GraphInputs"/>). While these
/// are as they were, the graph need not be made again. Command lines are only decoded when they are needed.
/// </summary>
public static class ActionGraphFile
{
    /// <summary>Raised with every change of the format.</summary>
    private const int Version = 3;

    private static readonly long Header = 0x4850415247 | ((long)Version << 48); // "GRAPH"

    private const int HeaderLength = 2 * sizeof(long);

    /// <summary>Writes both files, each beside and then in place of the old.</summary>
    /// <param name="path">Absolute path of the graph's file; its folder is made.</param>
    /// <param name="graph">The graph. The contents of its WriteFile actions are written with it.</param>
    /// <param name="inputs">What its making read.</param>
    public static void Write(string path, ActionGraph graph, GraphInputs inputs)
    {
        byte[] body = ActionGraphWriter.Write(graph);
        byte[] bytes = new byte[HeaderLength + body.Length];
        body.CopyTo(bytes, HeaderLength);
        ulong checksum = Checksum.Of(body);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Header);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(sizeof(long)), checksum);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ReplaceFile.Write(path, bytes);
        inputs.Save(InputsPath(path), checksum);
    }

    /// <summary>The graph, if what it was made from is as it was.</summary>
    /// <param name="path">Absolute path given to <see cref="Write"/>.</param>
    /// <param name="values">What <see cref="GraphInputs.AddValue"/> would be given now, all of it.</param>
    /// <param name="reason">Why there is none: "BUILD changed", "never made".</param>
    /// <returns>Null when it must be made anew.</returns>
    public static ActionGraph? ReadIfCurrent(string path, IReadOnlyDictionary<string, string> values, out string? reason)
    {
        byte[]? bytes = ReadBytes(path, out ulong checksum);
        if (bytes is null)
        {
            reason = "the action graph was never made";
            return null;
        }

        reason = GraphInputs.FirstChange(InputsPath(path), checksum, values);
        return reason is null ? ActionGraphReader.Read(bytes, HeaderLength) : null;
    }

    /// <summary>Whether <see cref="ReadIfCurrent"/> would give a graph; the graph itself is not decoded.</summary>
    /// <returns>Null if so, else why not.</returns>
    public static string? ReasonToMakeAgain(string path, IReadOnlyDictionary<string, string> values) =>
        ReadBytes(path, out ulong checksum) is null
            ? "the action graph was never made"
            : GraphInputs.FirstChange(InputsPath(path), checksum, values);

    /// <summary>The graph, however old; null when there is none, or one of another version.</summary>
    public static ActionGraph? Read(string path) =>
        ReadBytes(path, out _) is { } bytes ? ActionGraphReader.Read(bytes, HeaderLength) : null;

    /// <summary>The graph in a file's bytes; null when they are no graph of this version.</summary>
    internal static ActionGraph? Decode(byte[] bytes) => IsWhole(bytes, out _) ? ActionGraphReader.Read(bytes, HeaderLength) : null;

    private static string InputsPath(string path) => path + ".inputs";

    /// <summary>The file's bytes, if it is a whole graph of this version.</summary>
    private static byte[]? ReadBytes(string path, out ulong checksum)
    {
        checksum = 0;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return IsWhole(bytes, out checksum) ? bytes : null;
    }

    private static bool IsWhole(byte[] bytes, out ulong checksum)
    {
        checksum = 0;
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadInt64LittleEndian(bytes) != Header)
            return false;
        checksum = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(sizeof(long)));
        return Checksum.Of(bytes.AsSpan(HeaderLength)) == checksum;
    }
}
