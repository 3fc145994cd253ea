using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// Arguments made of a list of values, as Bazel's Args.add_all and add_joined make them
/// (https://bazel.build/rules/lib/builtins/Args). A folder that another action makes may be among the values: then the
/// arguments are known only when the action runs.
/// </summary>
public sealed record ArgumentList
{
    public required ImmutableArray<ArgumentValue> Values { get; init; }

    /// <summary>Stands before all; null for nothing.</summary>
    public string? Flag { get; init; }

    public ArgumentFormat? FormatEach { get; init; }

    /// <summary>Stands before each value; null for nothing.</summary>
    public string? BeforeEach { get; init; }

    /// <summary>Of equal values only the first counts.</summary>
    public bool Unique { get; init; }

    /// <summary>Without values there is neither flag nor end.</summary>
    public bool OmitIfEmpty { get; init; } = true;

    /// <summary>Between the values of one argument; null for an argument each.</summary>
    public string? JoinWith { get; init; }

    public ArgumentFormat? FormatJoined { get; init; }

    /// <summary>Stands after all; null for nothing.</summary>
    public string? TerminateWith { get; init; }

    /// <summary>What makes the values of folders and of their files (see <see cref="IArgumentFunctions"/>): it changes
    /// whenever they could. Null for their paths.</summary>
    public string? Function { get; init; }

    public bool HasDirectories => Values.Any(value => value.Kind != ArgumentValueKind.Text);

    /// <summary>The arguments, in which folders stand for themselves.</summary>
    public string[] ToArray() => Expand(null);

    /// <summary>The arguments.</summary>
    /// <param name="expansion">What folders stand for; null for themselves.</param>
    internal string[] Expand(ArgumentExpansion? expansion)
    {
        IEnumerable<string> values = Values.SelectMany(value => expansion?.Of(value, Function) ?? [value.Text]);
        if (FormatEach is { } format)
            values = values.Select(format.Apply);
        if (Unique)
            values = values.Distinct();
        List<string> items = [.. values];
        if (items.Count == 0 && OmitIfEmpty)
            return [];
        var result = new List<string>(items.Count + 2);
        if (Flag is not null)
            result.Add(Flag);
        if (JoinWith is not null)
        {
            string joined = string.Join(JoinWith, items);
            result.Add(FormatJoined?.Apply(joined) ?? joined);
        }
        else
        {
            foreach (string item in items)
            {
                if (BeforeEach is not null)
                    result.Add(BeforeEach);
                result.Add(item);
            }
        }

        if (TerminateWith is not null)
            result.Add(TerminateWith);
        return [.. result];
    }
}
