namespace TfNative.Execution;

/// <summary>Sets of artifacts as phony targets, so that they stay shared in ninja too.</summary>
internal sealed class NinjaSets(TextWriter file)
{
    private readonly Dictionary<(ArtifactSet, bool), string> _names = [];

    /// <summary>The target that stands for a set; its lines are written when it is first asked for.</summary>
    /// <param name="set">The set.</param>
    /// <param name="onlyGenerated">Leave out sources: they need not be waited for.</param>
    /// <returns>Empty when nothing is left.</returns>
    public string Name(ArtifactSet set, bool onlyGenerated)
    {
        var stack = new Stack<ArtifactSet>([set]);
        while (stack.TryPeek(out ArtifactSet? top))
        {
            int depth = stack.Count;
            foreach (ArtifactSet part in top.Transitive)
            {
                if (!_names.ContainsKey((part, onlyGenerated)))
                    stack.Push(part);
            }

            if (stack.Count > depth)
                continue;
            stack.Pop();
            if (!_names.ContainsKey((top, onlyGenerated)))
                Write(top, onlyGenerated);
        }

        return _names[(set, onlyGenerated)];
    }

    private void Write(ArtifactSet set, bool onlyGenerated)
    {
        List<string> members =
        [
            .. set.Direct.Where(member => member.IsOutput || !onlyGenerated).Select(member => NinjaText.Path(member.ExecPath)),
            .. set.Transitive.Select(part => _names[(part, onlyGenerated)]).Where(name => name.Length > 0),
        ];
        string name = members.Count == 0 ? "" : $".set/{(onlyGenerated ? "generated" : "all")}/{_names.Count}";
        _names.Add((set, onlyGenerated), name);
        if (name.Length > 0)
            file.WriteLine($"build {name}: phony {string.Join(' ', members)}");
    }
}
