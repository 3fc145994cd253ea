namespace TfNative.Execution;

/// <summary>
/// The environment variables that an action sees, all of them: nothing is taken over from this process. Sorted by
/// name, so that the order of declaration does not count. Meant to be shared between actions.
/// </summary>
public sealed class ActionEnvironment
{
    public static readonly ActionEnvironment Empty = new([]);

    private readonly string[] _words;
    private KeyValuePair<string, string>[]? _variables;

    /// <param name="words">Names and values by turns, sorted: as the graph's file has them. No more is made of them when
    /// nothing has to run.</param>
    internal ActionEnvironment(string[] words) => _words = words;

    public IReadOnlyList<KeyValuePair<string, string>> Variables =>
        _variables ??= [.. _words.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];

    /// <exception cref="ArgumentException">A name is given twice, is empty, or has '=' in it.</exception>
    public static ActionEnvironment Of(IEnumerable<KeyValuePair<string, string>> variables)
    {
        KeyValuePair<string, string>[] sorted = [.. variables.OrderBy(v => v.Key, StringComparer.Ordinal)];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Key.Length == 0 || sorted[i].Key.Contains('='))
                throw new ArgumentException($"'{sorted[i].Key}' cannot be the name of an environment variable");
            if (i > 0 && sorted[i].Key == sorted[i - 1].Key)
                throw new ArgumentException($"environment variable '{sorted[i].Key}' is given twice");
        }

        return sorted.Length == 0 ? Empty : new ActionEnvironment([.. sorted.SelectMany(v => new[] { v.Key, v.Value })]);
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
