namespace TfNative.Starlark;

/// <summary>
/// The parameters of a function in the order of their slots: positional ones, keyword-only ones, <c>*args</c>,
/// <c>**kwargs</c>.
/// </summary>
internal sealed class Signature
{
    private CallPlan? lastPlan;

    public Signature(string name, Parameter[] parameters)
    {
        Name = name;
        Parameters = parameters;
        VarArgs = Array.FindIndex(parameters, p => p.Kind == ParameterKind.VarArgs);
        KwArgs = Array.FindIndex(parameters, p => p.Kind == ParameterKind.KwArgs);
        foreach (Parameter parameter in parameters)
        {
            if (parameter.Kind is ParameterKind.Ordinary or ParameterKind.PositionalOnly)
                PositionalCount++;
            if (parameter.IsRequired)
                RequiredCount++;
        }
        IsPlain = PositionalCount == parameters.Length;
    }

    public string Name { get; }

    /// <summary>Whether it is a builtin's, whose errors Bazel words differently.</summary>
    public bool IsBuiltin { get; init; }

    public Parameter[] Parameters { get; }

    public int Count => Parameters.Length;

    /// <summary>How many parameters positional arguments can reach, not counting <c>*args</c>.</summary>
    public int PositionalCount { get; }

    /// <summary>How many parameters have no default.</summary>
    public int RequiredCount { get; }

    /// <summary>Slot of <c>*args</c>, or -1.</summary>
    public int VarArgs { get; }

    /// <summary>Slot of <c>**kwargs</c>, or -1.</summary>
    public int KwArgs { get; }

    /// <summary>All parameters are positional: a call with as many positional arguments needs no plan.</summary>
    public bool IsPlain { get; }

    /// <summary>The plan for positional arguments only; the last one asked for is kept.</summary>
    public CallPlan PositionalPlan(int count)
    {
        CallPlan? plan = lastPlan;
        if (plan is null || plan.ArgumentCount != count)
            lastPlan = plan = new CallPlan(this, count, []);
        return plan;
    }

    /// <summary>Slot of the parameter that a keyword argument of that name reaches, or -1.</summary>
    public int Find(string name)
    {
        for (int i = 0; i < Parameters.Length; i++)
        {
            Parameter parameter = Parameters[i];
            if (parameter.Kind is ParameterKind.Ordinary or ParameterKind.KeywordOnly && parameter.Name == name)
                return i;
        }
        return -1;
    }
}
