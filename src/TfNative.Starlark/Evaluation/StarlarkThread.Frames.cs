using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>The call stack. Frames are made once per depth and used again, so that calls allocate nothing.</summary>
public sealed partial class StarlarkThread
{
    private Frame[] frames = new Frame[16];
    private int depth;
    private Value[] stack = new Value[64];
    private int stackTop;

    /// <summary>A snapshot of the active calls, outermost first. Cheap: lines and columns are found when asked for.</summary>
    public IReadOnlyList<StackFrame> CallStack
    {
        get
        {
            var snapshot = new StackFrame[depth];
            for (int i = 0; i < depth; i++)
                snapshot[i] = frames[i].Snapshot();
            return snapshot;
        }
    }

    /// <summary>Where the innermost active function is; unknown (line 0) outside of any.</summary>
    public Location CallerLocation => depth == 0 ? default : frames[depth - 1].Snapshot().Location;

    /// <summary>The module whose code is the innermost active.</summary>
    public Module? CallerModule => depth == 0 ? null : frames[depth - 1].Module;

    /// <summary>The module of an outer active call: 0 is the innermost, 1 its caller, and so on.</summary>
    public Module? GetModule(int level) => depth - 1 - level >= 0 ? frames[depth - 1 - level].Module : null;

    internal Frame Push(FunctionCode code, Module module, Cell[] free)
    {
        if (++steps >= nextCheck)
            CheckLimits();
        Frame[] active = frames;
        int level = depth;
        if (level >= Limits.MaxCallDepth || level >= active.Length || (level & 7) == 7)
            active = CheckDepth();
        if (!code.AllowsRecursion)
        {
            for (int i = level - 1; i >= 0; i--)
            {
                if (ReferenceEquals(active[i].Code, code))
                    throw StarlarkException.Create($"function '{code.Name}' called recursively");
            }
        }
        Frame frame = active[level] ??= new Frame(this);
        depth = level + 1;
        frame.Begin(code, module, free);
        return frame;
    }

    internal void Pop() => depth--;

    /// <summary>Space for arguments, released by <see cref="Release"/> in the opposite order.</summary>
    internal Span<Value> Rent(int count)
    {
        if (stackTop + count > stack.Length)
        {
            // Spans into the old array stay valid: whoever holds one releases it before it matters.
            var larger = new Value[Math.Max(stack.Length * 2, stackTop + count)];
            stack = larger;
        }
        Span<Value> space = stack.AsSpan(stackTop, count);
        stackTop += count;
        return space;
    }

    internal void Release(int count)
    {
        stackTop -= count;
        stack.AsSpan(stackTop, count).Clear();
    }

    private Frame[] CheckDepth()
    {
        if (depth >= Limits.MaxCallDepth)
            throw StarlarkException.Create($"too many nested calls (limit {Limits.MaxCallDepth})", StarlarkErrors.Limit);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw StarlarkException.Create("too many nested calls: the stack is exhausted", StarlarkErrors.Limit);
        if (depth >= frames.Length)
            Array.Resize(ref frames, frames.Length * 2);
        return frames;
    }
}
