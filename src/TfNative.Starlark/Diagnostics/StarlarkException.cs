using System.Text;

namespace TfNative.Starlark;

/// <summary>
/// The only exception that the library throws for a program's errors. It carries one diagnostic for a failed
/// evaluation, and all of a file's for a file that does not parse or resolve.
/// </summary>
/// <remarks>
/// Code deep in an operation throws without knowing where it is; the place and the call stack are added as the
/// exception leaves the evaluation (<see cref="Attach"/>).
/// </remarks>
public sealed class StarlarkException : Exception
{
    private readonly string code;
    private IReadOnlyList<Diagnostic>? diagnostics;

    private StarlarkException(string message, string code, Exception? inner)
        : base(message, inner) => this.code = code;

    /// <summary>Errors with their places, at least one.</summary>
    public StarlarkException(IReadOnlyList<Diagnostic> diagnostics, StarlarkException? cause = null)
        : base(diagnostics[0].Message, cause)
    {
        this.diagnostics = diagnostics;
        code = diagnostics[0].Code;
        if (cause is null)
            return;
        CallStack = cause.CallStack;
        Builtin = cause.Builtin;
    }

    /// <summary>At least one. The location of the first is unknown (line 0) when no Starlark code was running.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        diagnostics ?? [new Diagnostic(code, default, Message)];

    public Diagnostic Diagnostic => Diagnostics[0];

    public string Code => code;

    /// <summary>The Starlark calls that were active, outermost first; empty for errors of syntax and resolution.</summary>
    public IReadOnlyList<StackFrame> CallStack { get; private set; } = [];

    /// <summary>The built-in function in which the error arose, if any.</summary>
    public string? Builtin { get; private set; }

    internal bool IsAttached => diagnostics is not null;

    /// <summary>
    /// An error of evaluation. Thrown from code that Starlark called, it gets the location and the stack of the call.
    /// </summary>
    public static StarlarkException Create(string message, string code = StarlarkErrors.Evaluation, Exception? inner = null) =>
        new(message, code, inner);

    /// <summary>Records the innermost builtin; always false, so that it can stand in an exception filter.</summary>
    internal bool NoteBuiltin(string name)
    {
        if (!IsAttached)
            Builtin ??= name;
        return false;
    }

    /// <summary>Adds place and stack once, from the frames that are still active; always false (exception filter).</summary>
    internal bool Attach(StarlarkThread thread)
    {
        if (IsAttached)
            return false;
        CallStack = thread.CallStack;
        StackFrame? top = CallStack.Count > 0 ? CallStack[^1] : null;
        diagnostics = [new Diagnostic(code, top?.Location ?? default, Message, top?.SourceLine)];
        return false;
    }

    /// <summary>The full text for a reader: the traceback with source lines, then each error with its caret.</summary>
    public string Render()
    {
        var text = new StringBuilder();
        if (CallStack.Count > 1)
        {
            text.Append("Traceback (most recent call last):\n");
            foreach (StackFrame frame in CallStack)
                frame.Append(text);
        }
        for (int i = 0; i < Diagnostics.Count; i++)
        {
            if (i > 0)
                text.Append('\n');
            text.Append(Diagnostics[i].Render());
        }
        if (Builtin is not null)
            text.Append("\n(in a call to ").Append(Builtin).Append(')');
        return text.ToString();
    }

    public override string ToString() => Render();
}
