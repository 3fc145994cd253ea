namespace TfNative.Execution;

/// <param name="Path">Exec path of a header.</param>
/// <param name="Time">Sum of the times of the compiles that read it: what a change of it costs.</param>
/// <param name="Compiles">How many they are.</param>
internal sealed record HeaderCost(string Path, TimeSpan Time, int Compiles);
