namespace TfNative.Bazel;

/// <summary>What a query sees of a target.</summary>
public interface IQueryTarget
{
    Label Label { get; }

    /// <summary><c>cc_library rule</c>, <c>source file</c>, <c>generated file</c>, <c>package group</c>.</summary>
    string Kind { get; }

    /// <summary>Where it is declared, <c>/path/BUILD:12:3</c>.</summary>
    string Location { get; }

    IReadOnlyList<QueryEdge> Edges { get; }

    /// <summary>A rule's attributes, those that are not given too; none for files.</summary>
    IReadOnlyList<QueryAttribute> Attributes { get; }

    /// <summary>Whether it is a program that can be run and no test.</summary>
    bool IsExecutable => false;

    /// <summary>Lines that <c>--output=build</c> prints below a rule: which macros made it.</summary>
    IReadOnlyList<string> Provenance { get; }
}
