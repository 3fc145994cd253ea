using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The arguments of a call, where they outlive it.</summary>
public sealed record CallContextArguments(StarlarkThread Thread, Value[] Positional, (string Name, Value Value)[] Keywords)
{
    public Value Get(string name, int position = -1)
    {
        foreach ((string key, Value value) in Keywords)
        {
            if (key == name)
                return value;
        }

        return position >= 0 && position < Positional.Length ? Positional[position] : Value.Unbound;
    }
}
