using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Room for the arguments of most calls on the machine's own stack.</summary>
[InlineArray(Capacity)]
internal struct ValueBuffer
{
    public const int Capacity = 8;

    private Value first;
}
