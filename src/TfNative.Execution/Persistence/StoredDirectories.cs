using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>The parts of a command line that name files of folders, in a graph's file.</summary>
internal static class StoredDirectories
{
    public static void Write(GraphBytes bytes, ImmutableArray<DirectoryArguments> directories) => bytes.List(directories, part =>
    {
        bytes.Number(part.First);
        bytes.Number(part.Count);
        ArgumentList list = part.List;
        bytes.List(list.Values, value =>
        {
            bytes.String(value.Text);
            bytes.Number((int)value.Kind);
        });
        bytes.Optional(list.Flag);
        Write(bytes, list.FormatEach);
        bytes.Optional(list.BeforeEach);
        bytes.Number(list.Unique ? 1 : 0);
        bytes.Number(list.OmitIfEmpty ? 1 : 0);
        bytes.Optional(list.JoinWith);
        Write(bytes, list.FormatJoined);
        bytes.Optional(list.TerminateWith);
        bytes.Optional(list.Function);
    });

    public static ImmutableArray<DirectoryArguments> Read(GraphBytesReader bytes) =>
    [
        .. bytes.List(() => new DirectoryArguments(bytes.Count(), bytes.Count(), new ArgumentList
        {
            Values = [.. bytes.List(() => new ArgumentValue(bytes.String(), (ArgumentValueKind)bytes.Number()))],
            Flag = bytes.Optional(),
            FormatEach = ReadFormat(bytes),
            BeforeEach = bytes.Optional(),
            Unique = bytes.Number() != 0,
            OmitIfEmpty = bytes.Number() != 0,
            JoinWith = bytes.Optional(),
            FormatJoined = ReadFormat(bytes),
            TerminateWith = bytes.Optional(),
            Function = bytes.Optional(),
        })),
    ];

    private static void Write(GraphBytes bytes, ArgumentFormat? format)
    {
        bytes.Optional(format?.Prefix);
        if (format is { } given)
            bytes.String(given.Suffix);
    }

    private static ArgumentFormat? ReadFormat(GraphBytesReader bytes) =>
        bytes.Optional() is { } prefix ? new ArgumentFormat(prefix, bytes.String()) : null;
}
