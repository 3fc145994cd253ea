using System.Buffers.Binary;
using System.Text;

namespace TfNative.Packaging;

/// <summary>
/// What an ELF file tells the dynamic loader, and whether it carries debug information
/// (System V ABI, chapters 4 and 5: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html). 64 bits, little endian:
/// what x86-64 and arm64 have.
/// </summary>
public sealed record ElfFile
{
    private const int DynamicNeeded = 1;
    private const int DynamicStringTable = 5;
    private const int DynamicSoname = 14;
    private const int DynamicRpath = 15;
    private const int DynamicRunpath = 29;
    private const int SegmentLoad = 1;
    private const int SegmentDynamic = 2;

    /// <summary>The name under which other libraries ask for it; null when it has none.</summary>
    public string? Soname { get; private init; }

    /// <summary>Names of the libraries that must be loaded with it.</summary>
    public IReadOnlyList<string> Needed { get; private init; } = [];

    /// <summary>The folders where the loader looks for those first, as they are written: <c>$ORIGIN/../lib</c>.</summary>
    public IReadOnlyList<string> RunPath { get; private init; } = [];

    /// <summary>It has a section .debug_info.</summary>
    public bool HasDebugInformation { get; private init; }

    /// <returns>Null when the file is no ELF file of the kind that is read here, or is cut off.</returns>
    public static ElfFile? Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            return Read(stream);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static ElfFile? Read(FileStream stream)
    {
        byte[] header = Bytes(stream, 0, 64);
        // Magic, 64 bits, little endian.
        if (!header.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            return null;
        var file = new ElfFile { HasDebugInformation = Sections(stream, header).Contains(".debug_info", StringComparer.Ordinal) };
        byte[] segments = Bytes(stream, Long(header, 32), Short(header, 54) * Short(header, 56));
        var loads = new List<(long Address, long Offset, long Size)>();
        byte[]? dynamic = null;
        for (int at = 0; at < segments.Length; at += Short(header, 54))
        {
            switch (Int(segments, at))
            {
                case SegmentLoad:
                    loads.Add((Long(segments, at + 16), Long(segments, at + 8), Long(segments, at + 32)));
                    break;
                case SegmentDynamic:
                    dynamic = Bytes(stream, Long(segments, at + 8), (int)Long(segments, at + 32));
                    break;
            }
        }

        return dynamic is null ? file : ReadDynamic(stream, file, dynamic, loads);
    }

    private static ElfFile ReadDynamic(FileStream stream, ElfFile file, byte[] dynamic, List<(long Address, long Offset, long Size)> loads)
    {
        var entries = new List<(long Tag, long Value)>();
        for (int at = 0; at + 16 <= dynamic.Length && Long(dynamic, at) != 0; at += 16)
            entries.Add((Long(dynamic, at), Long(dynamic, at + 8)));
        long address = entries.Find(entry => entry.Tag == DynamicStringTable).Value;
        (long start, long offset, long _) = loads.Find(load => address >= load.Address && address < load.Address + load.Size);
        long strings = address - start + offset;
        string[] Texts(long tag) => [.. entries.Where(entry => entry.Tag == tag).Select(entry => Text(stream, strings + entry.Value))];
        string[] runPath = Texts(DynamicRunpath);
        return file with
        {
            Soname = Texts(DynamicSoname).FirstOrDefault(),
            Needed = Texts(DynamicNeeded),
            RunPath = [.. (runPath.Length > 0 ? runPath : Texts(DynamicRpath)).SelectMany(text => text.Split(':', StringSplitOptions.RemoveEmptyEntries))],
        };
    }

    /// <summary>The names of the sections; a stripped file may have none.</summary>
    private static IEnumerable<string> Sections(FileStream stream, byte[] header)
    {
        int size = Short(header, 58);
        int count = Short(header, 60);
        if (count == 0)
            return [];
        byte[] table = Bytes(stream, Long(header, 40), size * count);
        int names = Short(header, 62) * size;
        byte[] texts = Bytes(stream, Long(table, names + 24), (int)Long(table, names + 32));
        return Enumerable.Range(0, count).Select(i => ToText(texts.AsSpan(Int(table, i * size))));
    }

    private static string Text(FileStream stream, long offset)
    {
        stream.Position = offset;
        var text = new List<byte>();
        for (int c = stream.ReadByte(); c > 0; c = stream.ReadByte())
            text.Add((byte)c);
        return Encoding.UTF8.GetString([.. text]);
    }

    private static string ToText(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);

    private static byte[] Bytes(FileStream stream, long offset, int length)
    {
        byte[] bytes = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static long Long(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
