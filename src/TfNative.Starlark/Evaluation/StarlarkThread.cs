namespace TfNative.Starlark;

/// <summary>
/// One evaluation: its limits, its host's data and its call stack. Used by one OS thread at a time; many may run
/// beside each other on frozen modules.
/// </summary>
public sealed partial class StarlarkThread
{
    private const long CheckInterval = 20_000;

    [ThreadStatic]
    private static StarlarkThread? current;

    private Dictionary<Type, object>? locals;
    private long steps;
    private long nextCheck;

    public StarlarkThread(Limits? limits = null, CancellationToken cancellation = default)
    {
        Limits = limits ?? Limits.Default;
        Cancellation = cancellation;
        nextCheck = Math.Min(CheckInterval, Limits.MaxSteps);
    }

    /// <summary>The evaluation that is running on this OS thread.</summary>
    public static StarlarkThread? Current => current;

    public Limits Limits { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Takes what <c>print</c> prints and where; without it, printing does nothing.</summary>
    public Action<Location, string>? Print { get; set; }

    /// <summary>Anything the host wants builtins to find.</summary>
    public object? HostData { get; set; }

    /// <summary>Steps taken so far; see <see cref="Limits.MaxSteps"/>.</summary>
    public long Steps => steps;

    /// <summary>Host data by type, such as the package that is being built; null if none was set.</summary>
    public T? GetLocal<T>()
        where T : class => locals is not null && locals.TryGetValue(typeof(T), out object? value) ? (T)value : null;

    public void SetLocal<T>(T? value)
        where T : class
    {
        locals ??= [];
        if (value is null)
            locals.Remove(typeof(T));
        else
            locals[typeof(T)] = value;
    }

    /// <summary>Calls a function value from host code.</summary>
    /// <exception cref="StarlarkException">The call failed; the exception carries the call stack.</exception>
    public Value Call(Value function, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs = default)
    {
        EntryState state = Enter();
        try
        {
            return Calls.Call(this, function, args, kwargs);
        }
        catch (StarlarkException e) when (e.Attach(this))
        {
            throw;
        }
        finally
        {
            Leave(state);
        }
    }

    /// <summary>Counts work against <see cref="Limits.MaxSteps"/>; builtins that loop for long call it too.</summary>
    public void CountSteps(long count)
    {
        steps += count;
        if (steps >= nextCheck)
            CheckLimits();
    }

    internal EntryState Enter()
    {
        var state = new EntryState(current, depth, stackTop);
        current = this;
        return state;
    }

    internal void Leave(EntryState state)
    {
        current = state.Previous;
        while (depth > state.Depth)
            frames[--depth].Abandon();
        stackTop = state.StackTop;
    }

    private void CheckLimits()
    {
        if (steps >= Limits.MaxSteps)
            throw StarlarkException.Create($"too many steps (limit {Limits.MaxSteps})", StarlarkErrors.Limit);
        if (Cancellation.IsCancellationRequested)
            throw StarlarkException.Create("evaluation was cancelled", StarlarkErrors.Cancelled);
        nextCheck = Math.Min(steps + CheckInterval, Limits.MaxSteps);
    }

    /// <summary>What to restore when host code that entered the evaluation leaves it, normally or not.</summary>
    internal readonly record struct EntryState(StarlarkThread? Previous, int Depth, int StackTop);
}
