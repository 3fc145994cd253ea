using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Room for four arguments: less to clear than a <see cref="ValueBuffer"/>.</summary>
[InlineArray(Capacity)]
internal struct ValueQuad
{
    public const int Capacity = 4;

    private Value first;
}
