namespace TfNative.Execution;

/// <summary>
/// The decision: an action is up to date when what it was told and the versions of all that it read and made are those
/// of its record. The answer names the first difference, so that the explanation is the decision itself.
/// One object per thread.
/// </summary>
internal sealed class UpToDateCheck(BuildLog log, FileStates files, BuildPaths paths, DeclaredInputs declared)
{
    public StaleReason Check(BuildAction action)
    {
        if (!log.TryGet(paths[action.PrimaryOutput], out LoggedAction logged))
            return new StaleReason(StaleKind.NeverBuilt);
        StaleReason reason = CheckOutputs(action, logged, StaleKind.OutputMissing);
        if (!reason.IsStale && action.Digest != logged.CommandDigest)
            reason = new StaleReason(StaleKind.CommandChanged);
        if (!reason.IsStale)
            reason = CheckInputs(declared.Of(action), logged.Inputs);
        if (!reason.IsStale)
            reason = CheckDiscovered(logged.Discovered);
        // Last, as an output that is a link changes with what it leads to, and that is an input.
        return reason.IsStale ? reason : CheckOutputs(action, logged, StaleKind.OutputModified);
    }

    /// <param name="action">Whose outputs are looked at.</param>
    /// <param name="logged">Its record.</param>
    /// <param name="kind">What is looked for: that one is missing, or that one has been changed.</param>
    private StaleReason CheckOutputs(BuildAction action, LoggedAction logged, StaleKind kind)
    {
        for (int i = 0; i < action.Outputs.Length; i++)
        {
            int path = paths[action.Outputs[i]];
            int current = files.Current(path);
            bool isFound = kind == StaleKind.OutputMissing ? current == FileStates.Missing
                : i < logged.Outputs.Length && log.Versions.PathOf(logged.Outputs[i]) == path && current != logged.Outputs[i];
            if (isFound)
                return new StaleReason(kind, path);
        }

        // Other differences of the outputs are part of the digest.
        return StaleReason.None;
    }

    private StaleReason CheckInputs(List<int> expected, ReadOnlySpan<int> logged)
    {
        bool same = expected.Count == logged.Length;
        for (int i = 0; same && i < logged.Length; i++)
            same = files.Current(expected[i]) == logged[i];
        return same ? StaleReason.None : CompareAsSets(expected, logged);
    }

    /// <summary>The order of inputs is no difference; of all others one is named.</summary>
    private StaleReason CompareAsSets(List<int> expected, ReadOnlySpan<int> logged)
    {
        var versions = new Dictionary<int, int>(logged.Length);
        int unknown = 0;
        foreach (int version in logged)
        {
            if (version == VersionTable.Unknown)
                unknown++;
            else
                versions[log.Versions.PathOf(version)] = version;
        }

        if (unknown > 0)
            return new StaleReason(StaleKind.InputChangedWhileRunning);
        foreach (int path in expected)
        {
            int current = files.Current(path);
            if (current == FileStates.Missing)
                return new StaleReason(StaleKind.InputMissing, path);
            if (!versions.Remove(path, out int version))
                return new StaleReason(StaleKind.InputAdded, path);
            if (current != version)
                return new StaleReason(StaleKind.InputChanged, path);
        }

        return versions.Count == 0 ? StaleReason.None : new StaleReason(StaleKind.InputRemoved, versions.Keys.First());
    }

    private StaleReason CheckDiscovered(ReadOnlySpan<int> logged)
    {
        ReadOnlySpan<int> pathOf = log.Versions.Paths;
        foreach (int version in logged)
        {
            if (version == VersionTable.Unknown)
                return new StaleReason(StaleKind.InputChangedWhileRunning);
            int current = files.Current(pathOf[version]);
            if (current == version)
                continue;
            StaleKind kind = current == FileStates.Missing ? StaleKind.DiscoveredInputRemoved : StaleKind.DiscoveredInputChanged;
            return new StaleReason(kind, pathOf[version]);
        }

        return StaleReason.None;
    }
}
