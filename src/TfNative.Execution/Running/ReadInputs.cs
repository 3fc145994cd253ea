namespace TfNative.Execution;

/// <summary>What an action read, and when.</summary>
/// <param name="Declared">Path ids of the inputs that it declares.</param>
/// <param name="Discovered">And of those that only its depfile names.</param>
/// <param name="Looks"><see cref="FileStates.Looks"/> when it began.</param>
/// <param name="Start">When it began, by the disk's clock.</param>
internal sealed record ReadInputs(int[] Declared, int[] Discovered, int Looks, long Start)
{
    public int Count => Declared.Length + Discovered.Length;
}
