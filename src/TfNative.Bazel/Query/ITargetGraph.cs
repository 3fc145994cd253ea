namespace TfNative.Bazel;

/// <summary>The packages that a query looks at. They load as the query gets to them.</summary>
public interface ITargetGraph
{
    /// <summary>The target of that name. Throws where there is none, saying so.</summary>
    IQueryTarget GetTarget(Label label);

    /// <summary>Loads packages that are wanted soon, several at a time. What is wrong with one is told who asks for its targets.</summary>
    void LoadAhead(IEnumerable<PackageId> packages)
    {
    }

    /// <summary>A wildcard's targets, or those of one name. Throws where there is no such package.</summary>
    IEnumerable<IQueryTarget> Resolve(TargetPattern pattern);

    /// <summary>All targets of a package.</summary>
    IEnumerable<IQueryTarget> TargetsOf(PackageId package);

    /// <summary>The label of a package's BUILD file.</summary>
    Label BuildFileOf(PackageId package);

    /// <summary>The .bzl files that a package's BUILD file loads, and those that these load.</summary>
    IEnumerable<Label> LoadFilesOf(PackageId package);

    /// <summary>Whether <paramref name="target"/> may be depended on by <paramref name="from"/>.</summary>
    bool IsVisible(IQueryTarget target, IQueryTarget from);

    /// <summary>Reads a pattern as the command line does.</summary>
    TargetPattern ParsePattern(string text);
}
