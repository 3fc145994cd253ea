using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Finds the line of a BUILD file that is being evaluated, and the macro that it calls.</summary>
internal static class DeclarationSite
{
    /// <summary>
    /// For exception filters, which run while the stack is still there: notes the innermost line of Starlark code.
    /// </summary>
    /// <returns>True.</returns>
    public static bool Note(StarlarkThread thread, out Location? location)
    {
        location = thread.CallStack.Select(frame => (Location?)frame.Location).LastOrDefault(l => l is { Line: > 0 });
        return true;
    }

    public static (Location? Location, string? Macro) Find(StarlarkThread thread)
    {
        IReadOnlyList<StackFrame> stack = thread.CallStack;
        if (stack.Count == 0)
            return (null, null);
        // The outermost frame is the BUILD file itself, the next one the macro that it calls; builtins have none.
        string? macro = stack.Count > 1 ? stack[1].Function : null;
        return (stack[0].Location, macro);
    }
}
