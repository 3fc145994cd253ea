using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>Files of the execution root that an action read, as its depfile says, without having declared them. Files
/// of the system, which have absolute paths, belong to the compiler.</summary>
internal static class UndeclaredInputs
{
    public static ImmutableArray<string> Of(SpawnAction action, IReadOnlyList<string> discovered, ActionContext context)
    {
        var declared = new HashSet<string>();
        IEnumerable<Artifact> members = action.InputSets.SelectMany(set => set.Flatten());
        foreach (Artifact artifact in action.Inputs.Concat(action.Tools).Concat(members))
            declared.Add(artifact.ExecPath);
        return
        [
            .. discovered
                .Select(path => ExecPaths.Clean(path, context.Request.ExecutionRoot))
                .Where(path => !path.StartsWith('/') && !declared.Contains(path) && !IsBelow(path, declared))
        ];
    }

    /// <summary>A folder that is declared declares what is in it.</summary>
    private static bool IsBelow(string path, HashSet<string> declared)
    {
        for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (declared.Contains(path[..slash]))
                return true;
        }

        return false;
    }
}
