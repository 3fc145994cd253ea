using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Finds the line of a BUILD file that is being evaluated, and the macro that it calls.</summary>
internal static class DeclarationSite
{
    public static (Location? Location, string? Macro) Find(StarlarkThread thread)
    {
        IReadOnlyList<StackFrame> stack = thread.CallStack;
        if (stack.Count == 0)
            return (null, null);
        // The outermost frame is the BUILD file itself; the next one, if it is no builtin, the macro.
        string? macro = stack.Count > 2 ? stack[1].Function : null;
        return (stack[0].Location, macro);
    }
}
