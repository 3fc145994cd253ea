using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Finds out what every name of a file stands for, and reports what the dialect does not allow. Names of a block are
/// collected first, so that a use before the binding is told from a use of an outer variable.
/// The parts: this file has globals and names; statements and expressions have their own.
/// </summary>
internal sealed partial class Resolver
{
    private readonly StarlarkFile file;
    private readonly Dialect dialect;
    private readonly StarlarkEnvironment environment;
    private readonly List<Diagnostic> diagnostics;
    private readonly Dictionary<string, Binding> globals = [];
    private readonly List<Binding> globalList = [];
    private readonly Dictionary<string, Binding> outer = [];
    private readonly List<string> predeclared = [];
    private Block block;
    private int loops;
    private bool tooDeep;

    private Resolver(StarlarkFile file, StarlarkEnvironment environment)
    {
        this.file = file;
        this.environment = environment;
        dialect = file.Dialect;
        diagnostics = [.. file.Diagnostics];
        TopLevel = new FunctionScope(null);
        block = new Block(null, TopLevel);
    }

    public FunctionScope TopLevel { get; }

    public IReadOnlyList<Binding> Globals => globalList;

    public IReadOnlyList<string> Predeclared => predeclared;

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    private bool InFunction => block.Function != TopLevel;

    public static Resolver Run(StarlarkFile file, StarlarkEnvironment environment)
    {
        var resolver = new Resolver(file, environment);
        resolver.BindGlobals(file.Items);
        resolver.Visit(file.Items);
        // The order in which they were found is that of the passes, not of the file.
        resolver.diagnostics.Sort(static (a, b) =>
            (a.Location.Line, a.Location.Column).CompareTo((b.Location.Line, b.Location.Column)));
        return resolver;
    }

    private void Report(int offset, string message, string code) =>
        diagnostics.Add(new Diagnostic(code, file.Source.GetLocation(offset), message, file.Source.GetLine(offset)));

    private bool EnoughStack(SyntaxNode node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        if (!tooDeep)
            Report(node.Start, "nested too deeply", StarlarkErrors.Limit);
        tooDeep = true;
        return false;
    }

    private void BindGlobals(Statement[] statements)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case AssignmentStatement assignment:
                    BindTarget(assignment.Target, BindGlobal);
                    break;
                case DefStatement def:
                    BindGlobal(def.Name);
                    break;
                case LoadStatement load:
                    foreach (LoadBinding binding in load.Items)
                        BindGlobal(binding.Local, isLoad: true);
                    break;
                case IfStatement conditional:
                    foreach (IfClause clause in conditional.Items)
                        BindGlobals(clause.Body);
                    BindGlobals(conditional.ElseStatements ?? []);
                    break;
                case ForStatement loop:
                    BindTarget(loop.Target, BindGlobal);
                    BindGlobals(loop.Statements);
                    break;
            }
        }
    }

    private void BindGlobal(Identifier name) => BindGlobal(name, isLoad: false);

    private void BindGlobal(Identifier name, bool isLoad)
    {
        if (globals.TryGetValue(name.Name, out Binding? known))
        {
            if (!dialect.AllowGlobalReassign)
            {
                string kind = known.IsLoaded ? "loaded name" : "global";
                Report(
                    name.Start,
                    $"'{name.Name}' redeclared at top level: cannot reassign {kind} '{name.Name}' (already bound at {file.Source.GetLocation(known.Position)})",
                    StarlarkErrors.Binding);
            }
            if (!isLoad)
                known.IsLoaded = false;
        }
        else
        {
            known = new Binding(BindingKind.Global, globalList.Count, name.Name, name.Start) { IsLoaded = isLoad };
            globals.Add(name.Name, known);
            globalList.Add(known);
        }
        name.Binding = known;
    }

    /// <summary>Calls <paramref name="bind"/> for each name that an assignment to the target binds.</summary>
    private static void BindTarget(Expression target, Action<Identifier> bind)
    {
        switch (target)
        {
            case Identifier name:
                bind(name);
                break;
            case ParenExpression paren:
                BindTarget(paren.Inner, bind);
                break;
            case ListExpression list:
                foreach (Expression element in list.Items)
                    BindTarget(element, bind);
                break;
            case TupleExpression tuple:
                foreach (Expression element in tuple.Items)
                    BindTarget(element, bind);
                break;
        }
    }

    private Binding? Lookup(Identifier name)
    {
        for (Block? b = block; b is not null; b = b.Parent)
        {
            if (b.Names.TryGetValue(name.Name, out Binding? local))
                return b.Function == block.Function ? local : block.Function.Capture(local, b.Function);
        }
        if (globals.TryGetValue(name.Name, out Binding? global) || outer.TryGetValue(name.Name, out global))
            return global;
        if (environment.Defines(name.Name))
        {
            predeclared.Add(name.Name);
            return outer[name.Name] = new Binding(BindingKind.Predeclared, predeclared.Count - 1, name.Name, -1);
        }
        if (Universe.TryGet(name.Name, out _))
            return outer[name.Name] = new Binding(BindingKind.Universal, 0, name.Name, -1);
        Report(name.Start, $"name '{name.Name}' is not defined{Spelling.Suggest(name.Name, VisibleNames())}", StarlarkErrors.UndefinedName);
        return null;
    }

    private IEnumerable<string> VisibleNames()
    {
        for (Block? b = block; b is not null; b = b.Parent)
        {
            foreach (string name in b.Names.Keys)
                yield return name;
        }
        foreach (string name in globals.Keys)
            yield return name;
        foreach (string name in environment.Names)
            yield return name;
        foreach (string name in Universe.Names)
            yield return name;
    }
}
