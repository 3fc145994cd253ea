namespace TfNative.Starlark;

/// <summary>What is said when arguments do not fit a function's parameters; worded as Bazel does.</summary>
internal static class CallErrors
{
    public static StarlarkException TooManyPositional(Signature signature, int count)
    {
        int most = signature.PositionalCount;
        if (most == 0 && signature.IsBuiltin)
            return StarlarkException.Create($"{signature.Name}() got unexpected positional argument");
        return StarlarkException.Create(most == 0
            ? $"{signature.Name}() does not accept positional arguments, but got {count}"
            : $"{signature.Name}() accepts no more than {most} positional argument{Plural(most)} but got {count}");
    }

    public static StarlarkException MultipleValues(Signature signature, string name) =>
        StarlarkException.Create($"{signature.Name}() got multiple values for parameter '{name}'");

    public static StarlarkException DuplicateKeyword(string function, string name) =>
        StarlarkException.Create($"{function}() got multiple values for keyword argument '{name}'");

    public static StarlarkException UnexpectedKeywords(Signature signature, List<string> names)
    {
        foreach (string name in names)
        {
            if (Array.Exists(signature.Parameters, p => p.Kind == ParameterKind.PositionalOnly && p.Name == name))
                return StarlarkException.Create($"{signature.Name}() got named argument for positional-only parameter '{name}'");
        }
        var known = new List<string>();
        foreach (Parameter parameter in signature.Parameters)
        {
            if (parameter.Kind is ParameterKind.Ordinary or ParameterKind.KeywordOnly)
                known.Add(parameter.Name);
        }
        string hint = names.Count == 1 ? Spelling.Suggest(names[0], known) : "";
        return StarlarkException.Create(
            $"{signature.Name}() got unexpected keyword argument{Plural(names.Count)}: {string.Join(", ", names)}{hint}");
    }

    public static StarlarkException Missing(Signature signature, bool[] given)
    {
        var positional = new List<string>();
        var keywordOnly = new List<string>();
        for (int i = 0; i < given.Length; i++)
        {
            Parameter parameter = signature.Parameters[i];
            if (!given[i] && parameter.IsRequired)
                (parameter.Kind == ParameterKind.KeywordOnly ? keywordOnly : positional).Add(parameter.Name);
        }
        List<string> names = positional.Count > 0 ? positional : keywordOnly;
        string kind = positional.Count > 0 ? "positional" : "keyword-only";
        return StarlarkException.Create(
            $"{signature.Name}() missing {names.Count} required {kind} argument{Plural(names.Count)}: {string.Join(", ", names)}");
    }

    private static string Plural(int count) => count == 1 ? "" : "s";
}
