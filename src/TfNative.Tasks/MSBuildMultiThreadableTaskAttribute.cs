namespace Microsoft.Build.Framework;

/// <summary>Says that a task uses no state of the process and may run in MSBuild's multithreaded mode.</summary>
/// <remarks>MSBuild finds it by name (documentation/specs/multithreading/thread-safe-tasks.md); the reference packages
/// do not have it yet.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
