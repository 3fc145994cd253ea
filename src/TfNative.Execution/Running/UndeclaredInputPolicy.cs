namespace TfNative.Execution;

/// <summary>What to do about a file that an action read, as its depfile says, without having declared it.</summary>
public enum UndeclaredInputPolicy
{
    Ignore,
    Warn,
    Error,
}
