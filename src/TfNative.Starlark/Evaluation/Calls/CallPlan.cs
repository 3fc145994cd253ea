namespace TfNative.Starlark;

/// <summary>
/// Where each argument of a call of a certain shape (number of positional arguments, names of the others) goes in a
/// certain signature. A call site makes it once and uses it as long as it calls functions with that signature.
/// </summary>
internal sealed class CallPlan
{
    private const int ExtraPositional = -1;
    private const int ExtraKeyword = -2;

    private readonly int[] targets;
    private readonly int[] defaulted;
    private readonly string[] names;
    private readonly int positionalCount;
    private readonly int extraPositional;
    private readonly int extraKeyword;
    private readonly Value[]? keys;

    /// <exception cref="StarlarkException">The arguments do not fit the signature.</exception>
    public CallPlan(Signature signature, int positionalCount, string[] names)
    {
        Signature = signature;
        this.names = names;
        this.positionalCount = positionalCount;
        targets = new int[positionalCount + names.Length];
        var given = new bool[signature.Count];
        extraPositional = PlacePositional(given);
        extraKeyword = PlaceKeywords(given);
        defaulted = FindDefaulted(given);
        if (extraKeyword > 0)
            keys = Array.ConvertAll(names, n => ((Value)n).WithHash(StringHash.Of(n)));
    }

    public Signature Signature { get; }

    public int ArgumentCount => targets.Length;

    /// <summary>The slot of each argument, or a negative number for those that <c>*args</c> and <c>**kwargs</c> take.</summary>
    public ReadOnlySpan<int> Targets => targets;

    /// <summary>Fills the slots of the parameters that are not given.</summary>
    public void StoreDefaults(Value[] slots, Value[] defaults)
    {
        foreach (int slot in defaulted)
            Value.Store(ref slots[slot], defaults[slot]);
    }

    /// <summary>Moves the arguments to their slots.</summary>
    /// <param name="args">Positional arguments, then keyword arguments in the order of the names.</param>
    /// <param name="slots">Receives the values of the parameters.</param>
    /// <param name="defaults">Values of the parameters that are not given.</param>
    /// <param name="forBuiltin">Whether <c>**kwargs</c> is to be a <see cref="KeywordArguments"/> rather than a dict.</param>
    public void Apply(ReadOnlySpan<Value> args, Span<Value> slots, Value[] defaults, bool forBuiltin)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            int target = targets[i];
            if (target >= 0)
                Value.Store(ref slots[target], args[i]);
        }
        foreach (int slot in defaulted)
            slots[slot] = defaults[slot];
        if (Signature.VarArgs >= 0)
            slots[Signature.VarArgs] = ExtraTuple(args);
        if (Signature.KwArgs >= 0)
            slots[Signature.KwArgs] = forBuiltin ? new KeywordArguments(ExtraPairs(args)) : ExtraDict(args);
    }

    private StarlarkTuple ExtraTuple(ReadOnlySpan<Value> args) =>
        StarlarkTuple.Create(args.Slice(positionalCount - extraPositional, extraPositional));

    private StarlarkDict ExtraDict(ReadOnlySpan<Value> args)
    {
        var dict = new StarlarkDict(extraKeyword);
        for (int i = positionalCount; i < targets.Length; i++)
        {
            if (targets[i] == ExtraKeyword)
                dict.Table.AppendNew(keys![i - positionalCount], args[i]);
        }
        return dict;
    }

    private (string, Value)[] ExtraPairs(ReadOnlySpan<Value> args)
    {
        if (extraKeyword == 0)
            return [];
        var pairs = new (string, Value)[extraKeyword];
        int next = 0;
        for (int i = positionalCount; i < targets.Length; i++)
        {
            if (targets[i] == ExtraKeyword)
                pairs[next++] = (names[i - positionalCount], args[i]);
        }
        return pairs;
    }

    private int PlacePositional(bool[] given)
    {
        int extra = 0;
        for (int i = 0; i < positionalCount; i++)
        {
            if (i < Signature.PositionalCount)
            {
                targets[i] = i;
                given[i] = true;
            }
            else
            {
                targets[i] = ExtraPositional;
                extra++;
            }
        }
        if (extra > 0 && Signature.VarArgs < 0)
            throw CallErrors.TooManyPositional(Signature, positionalCount);
        return extra;
    }

    private int PlaceKeywords(bool[] given)
    {
        int extra = 0;
        List<string>? unexpected = null;
        for (int i = 0; i < names.Length; i++)
        {
            int slot = Signature.Find(names[i]);
            if (slot < 0)
            {
                if (Signature.KwArgs < 0)
                    (unexpected ??= []).Add(names[i]);
                targets[positionalCount + i] = ExtraKeyword;
                extra++;
                continue;
            }
            if (given[slot])
                throw CallErrors.MultipleValues(Signature, names[i]);
            given[slot] = true;
            targets[positionalCount + i] = slot;
        }
        if (unexpected is not null)
            throw CallErrors.UnexpectedKeywords(Signature, unexpected);
        return extra;
    }

    private int[] FindDefaulted(bool[] given)
    {
        List<int>? slots = null;
        bool missing = false;
        for (int i = 0; i < given.Length; i++)
        {
            if (given[i] || Signature.Parameters[i].Kind is ParameterKind.VarArgs or ParameterKind.KwArgs)
                continue;
            missing |= Signature.Parameters[i].IsRequired;
            (slots ??= []).Add(i);
        }
        if (missing)
            throw CallErrors.Missing(Signature, given);
        return slots is null ? [] : [.. slots];
    }
}
