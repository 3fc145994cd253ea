using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>How far a build is.</summary>
/// <param name="Done">Actions that ran.</param>
/// <param name="Total">Actions that ran or are expected to; falls when reruns leave their outputs unchanged.</param>
/// <param name="Running">What runs now, oldest first.</param>
/// <param name="Remaining">Estimated time to the end; null while nothing is known about the times.</param>
public sealed record ExecutionProgress(int Done, int Total, ImmutableArray<BuildAction> Running, TimeSpan? Remaining);
