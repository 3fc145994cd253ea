namespace TfNative.Execution;

/// <summary>In a build's plan an action that may have to run, or a set with outputs of such actions in it.</summary>
internal sealed class PlanNode(BuildAction? action)
{
    /// <summary>Null for a set, which is done as soon as its parts are.</summary>
    public BuildAction? Action { get; } = action;

    /// <summary>What waits for this. One that needs it twice is in it twice, and counts it twice.</summary>
    public List<PlanNode> Users { get; } = [];

    /// <summary>How many others this still waits for.</summary>
    public int Pending { get; set; }

    /// <summary>Time from the start of this action to the end of the longest chain that hangs on it, in seconds: the higher,
    /// the sooner it must start (critical path first).</summary>
    public double Priority { get; set; }

    /// <summary>Why it must run, once that is known.</summary>
    public StaleReason Reason { get; set; }

    /// <summary>That of all it waited for which was done last.</summary>
    public PlanNode? LastAwaited { get; set; }
}
