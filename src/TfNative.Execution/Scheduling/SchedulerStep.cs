namespace TfNative.Execution;

/// <summary>What a job is to do next with an action: find out whether it must run, or run it.</summary>
internal sealed record SchedulerStep(PlanNode Node, bool IsRun);
