using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Room for two arguments on the machine's own stack: less to clear than a <see cref="ValueBuffer"/>.</summary>
[InlineArray(Capacity)]
internal struct ValuePair
{
    public const int Capacity = 2;

    private Value first;
}
