namespace TfNative.Starlark;

/// <summary>Parameters in the order of their slots: as written, with <c>*args</c> and <c>**kwargs</c> at the end.</summary>
internal static class ParameterOrder
{
    public static ParameterSyntax[] Of(ParameterSyntax[] parameters)
    {
        var ordered = new ParameterSyntax[parameters.Length];
        int next = 0;
        foreach (ParameterSyntax parameter in parameters)
        {
            if (parameter.Kind is not (ParameterKind.VarArgs or ParameterKind.KwArgs))
                ordered[next++] = parameter;
        }
        foreach (ParameterSyntax parameter in parameters)
        {
            if (parameter.Kind == ParameterKind.VarArgs)
                ordered[next++] = parameter;
        }
        foreach (ParameterSyntax parameter in parameters)
        {
            if (parameter.Kind == ParameterKind.KwArgs)
                ordered[next++] = parameter;
        }
        return ordered;
    }
}
