namespace TfNative.Bazel;

/// <summary>A function of the query language.</summary>
internal abstract class QueryFunction
{
    protected QueryFunction(string name, int mandatory, params QueryArgumentType[] arguments)
    {
        Name = name;
        Mandatory = mandatory;
        Arguments = arguments;
    }

    public static IReadOnlyDictionary<string, QueryFunction> All { get; } = new QueryFunction[]
    {
        new DepsFunction(),
        new RdepsFunction(),
        new AllRdepsFunction(),
        new SamePackageDirectRdepsFunction(),
        new AllPathsFunction(),
        new SomePathFunction(),
        new SomeFunction(),
        new KindFunction(),
        new FilterFunction(),
        new AttrFunction(),
        new LabelsFunction(),
        new TestsFunction(),
        new BuildFilesFunction(),
        new LoadFilesFunction(),
        new SiblingsFunction(),
        new VisibleFunction(),
        new ExecutablesFunction(),
        new RbuildFilesFunction(),
    }.ToDictionary(function => function.Name);

    public string Name { get; }

    /// <summary>How many of the arguments must be given.</summary>
    public int Mandatory { get; }

    public IReadOnlyList<QueryArgumentType> Arguments { get; }

    /// <summary>Whether the last argument may be given any number of times.</summary>
    public virtual bool IsVariadic => false;

    /// <summary>How it is called, for errors: <c>deps(expression[, integer])</c>.</summary>
    public string Signature => Name + "("
        + string.Concat(Arguments.Select((type, i) =>
            (i >= Mandatory ? "[" : "") + (i > 0 ? ", " : "") + type.ToString().ToLowerInvariant() + (i >= Mandatory ? "]" : "")))
        + (IsVariadic ? ", ...)" : ")");

    public abstract TargetSet Evaluate(QueryCall call);
}
