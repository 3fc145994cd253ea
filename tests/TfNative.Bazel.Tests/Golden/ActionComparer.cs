namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// Compares our actions with Bazel's, in the ways that Golden/README.md tells. The kinds of differences: <c>missing</c> (a
/// needed compile or link that we do not have), <c>extra</c> (one of ours that Bazel does not have), <c>flags</c> (of a
/// compile), <c>link inputs</c>, <c>link options</c>, <c>command</c> (of any other action), <c>toolchain</c>.
/// </summary>
/// <param name="bazel">All of Bazel's actions.</param>
/// <param name="bazelFlags">Bazel's toolchain.</param>
/// <param name="ourFlags">Ours.</param>
public sealed class ActionComparer(IReadOnlyList<ActionView> bazel, ToolchainFlags bazelFlags, ToolchainFlags ourFlags)
{
    /// <param name="ours">Our actions.</param>
    /// <param name="needed">Those of Bazel's that we must have; null for all.</param>
    public IReadOnlyList<Difference> Compare(IReadOnlyList<ActionView> ours, IReadOnlyList<ActionView>? needed = null)
    {
        needed ??= bazel;
        return
        [
            .. Compare("compile", ours, needed, action => action.IsCompile, action => PathMapping.Map(action.Source), CompareCompiles),
            .. CompareLinks(ours, needed),
            .. Compare("command", ours, needed, IsOtherCommand, action => PathMapping.Map(action.Outputs.Min(StringComparer.Ordinal)!), CompareCommands),
        ];
    }

    /// <summary>Commands that rules write themselves; the rest of Bazel's are its own bookkeeping.</summary>
    private static bool IsOtherCommand(ActionView action) =>
        action.Argv.Count > 0 && action.Mnemonic is not ("CppCompile" or "CppLink" or "CppArchive" or "CcStrip"
            or "SymlinkTree" or "TranslateBuildInfo" or "CppLinkstampCompile" or "TestRunner");

    private IEnumerable<Difference> CompareLinks(IReadOnlyList<ActionView> ours, IReadOnlyList<ActionView> needed)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> ourArchives = LinkCommand.Archives(ours);
        IReadOnlyDictionary<string, IReadOnlyList<string>> bazelArchives = LinkCommand.Archives(bazel);
        return Compare(
            "link", ours, needed, action => action.Mnemonic == "CppLink", action => PathMapping.Map(action.Outputs[0]),
            (our, their, subject) =>
            {
                LinkCommand left = LinkCommand.Parse(our, ourFlags, ourArchives);
                LinkCommand right = LinkCommand.Parse(their, bazelFlags, bazelArchives);
                return CompareLists("link inputs", our.Owner, subject, "", left.Inputs, right.Inputs)
                    .Concat(CompareLists("link options", our.Owner, subject, "", left.Options, right.Options));
            });
    }

    private IEnumerable<Difference> Compare(
        string what,
        IReadOnlyList<ActionView> ours,
        IReadOnlyList<ActionView> needed,
        Func<ActionView, bool> filter,
        Func<ActionView, string> subjectOf,
        Func<ActionView, ActionView, string, IEnumerable<Difference>> compare)
    {
        // With and without -fPIC the same source is compiled twice: one of the two is enough.
        Dictionary<(string, string), ActionView> theirs = Index(bazel);
        Dictionary<(string, string), ActionView> mine = Index(ours);
        foreach (((string owner, string subject), _) in Index(needed).Where(entry => !mine.ContainsKey(entry.Key)))
            yield return new Difference("missing", owner, subject, what);
        foreach (((string owner, string subject), ActionView our) in mine)
        {
            if (!theirs.TryGetValue((owner, subject), out ActionView? their))
            {
                yield return new Difference("extra", owner, subject, what);
                continue;
            }

            foreach (Difference difference in compare(our, their, subject))
                yield return difference;
        }

        Dictionary<(string, string), ActionView> Index(IReadOnlyList<ActionView> actions)
        {
            var index = new Dictionary<(string, string), ActionView>();
            foreach (ActionView action in actions.Where(filter))
                index.TryAdd((action.Owner, subjectOf(action)), action);
            return index;
        }
    }

    private IEnumerable<Difference> CompareCompiles(ActionView our, ActionView their, string subject)
    {
        CompileCommand left = CompileCommand.Parse(our, ourFlags);
        CompileCommand right = CompileCommand.Parse(their, bazelFlags);
        if (left.ToolchainProblem is { } problem)
            yield return new Difference("toolchain", our.Owner, subject, "our command " + problem);
        if (right.ToolchainProblem is { } bazelProblem)
            yield return new Difference("toolchain", our.Owner, subject, "Bazel's command " + bazelProblem);
        foreach (string group in CompileCommand.GroupNames)
        {
            foreach (Difference difference in CompareLists("flags", our.Owner, subject, group, left.Groups[group], right.Groups[group]))
                yield return difference;
        }
    }

    private static IEnumerable<Difference> CompareCommands(ActionView our, ActionView their, string subject) =>
        CompareLists("command", our.Owner, subject, our.Mnemonic,
            our.Argv.Select(PathMapping.Map).ToArray(), their.Argv.Select(PathMapping.Map).ToArray());

    private static IEnumerable<Difference> CompareLists(
        string kind, string owner, string subject, string group, IReadOnlyList<string> ours, IReadOnlyList<string> theirs)
    {
        if (ours.SequenceEqual(theirs))
            yield break;
        List<string> added = Without(ours, theirs);
        List<string> absent = Without(theirs, ours);
        string detail = added.Count + absent.Count == 0
            ? "other order: " + string.Join(' ', ours) + " instead of " + string.Join(' ', theirs)
            : string.Join(' ', added.Select(flag => "+" + flag).Concat(absent.Select(flag => "-" + flag)));
        yield return new Difference(kind, owner, subject, (group + " " + detail).Trim());
    }

    /// <summary>What <paramref name="list"/> has oftener than <paramref name="other"/>.</summary>
    private static List<string> Without(IReadOnlyList<string> list, IReadOnlyList<string> other)
    {
        Dictionary<string, int> counts = other.CountBy(item => item).ToDictionary();
        return list.Where(item => (counts[item] = counts.GetValueOrDefault(item) - 1) < 0).ToList();
    }
}
