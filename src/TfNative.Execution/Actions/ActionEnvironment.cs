using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// The environment variables that an action sees, all of them: nothing is taken over from this process. Sorted by
/// name, so that the order of declaration does not count. Meant to be shared between actions.
/// </summary>
public sealed class ActionEnvironment
{
    public static readonly ActionEnvironment Empty = new(ImmutableArray<KeyValuePair<string, string>>.Empty);

    private readonly string[]? _stored;
    private ImmutableArray<KeyValuePair<string, string>> _variables;

    private ActionEnvironment(ImmutableArray<KeyValuePair<string, string>> variables) => _variables = variables;

    /// <param name="stored">Names and values by turns, sorted: as the graph's file has them, which is not looked at
    /// when nothing has to run.</param>
    internal ActionEnvironment(string[] stored) => _stored = stored;

    public ImmutableArray<KeyValuePair<string, string>> Variables
    {
        get
        {
            if (_variables.IsDefault)
                _variables = [.. _stored!.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
            return _variables;
        }
    }

    /// <exception cref="ArgumentException">A name is given twice, is empty, or has '=' in it.</exception>
    public static ActionEnvironment Of(IEnumerable<KeyValuePair<string, string>> variables)
    {
        ImmutableArray<KeyValuePair<string, string>> sorted = [.. variables.OrderBy(v => v.Key, StringComparer.Ordinal)];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Key.Length == 0 || sorted[i].Key.Contains('='))
                throw new ArgumentException($"'{sorted[i].Key}' cannot be the name of an environment variable");
            if (i > 0 && sorted[i].Key == sorted[i - 1].Key)
                throw new ArgumentException($"environment variable '{sorted[i].Key}' is given twice");
        }

        return sorted.IsEmpty ? Empty : new ActionEnvironment(sorted);
    }

    public static ActionEnvironment Of(params (string Name, string Value)[] variables) =>
        Of(variables.Select(v => KeyValuePair.Create(v.Name, v.Value)));

    public string? this[string name]
    {
        get
        {
            foreach ((string key, string value) in Variables)
            {
                if (key == name)
                    return value;
            }

            return null;
        }
    }
}
