using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>The overrides of a request by label. Packages ask for them while they load, on several threads.</summary>
internal sealed class TargetOverrides
{
    private readonly Dictionary<Label, TargetOverride> byLabel = [];
    private readonly ConcurrentDictionary<Label, bool> applied = new();

    /// <param name="labels">Reads labels as the main repository means them.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.LabelSyntax"/>, or a target that two overrides change.</exception>
    public TargetOverrides(IEnumerable<TargetOverride> overrides, LabelConverter labels)
    {
        foreach (TargetOverride item in overrides)
        {
            Label label;
            try
            {
                label = labels.Convert(item.Target);
            }
            catch (LabelSyntaxException e)
            {
                throw new BazelException(BazelErrorCode.LabelSyntax, $"BazelOverride '{item.Target}': {e.Message}", inner: e);
            }

            if (!byLabel.TryAdd(label, item))
                throw new BazelException(BazelErrorCode.Override, $"two BazelOverride items change {label}; write one item with both changes");
        }
    }

    /// <summary>What is to be changed at a target that is being declared; null for nothing.</summary>
    public TargetOverride? Take(Label label)
    {
        if (byLabel.Count == 0 || !byLabel.TryGetValue(label, out TargetOverride? found))
            return null;
        applied[label] = true;
        return found;
    }

    /// <summary>An override whose target does not exist is a mistake, or a leftover: loads the packages that nothing has loaded yet, to see.</summary>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.Override"/>, or the package has an error.</exception>
    public void CheckAllMatch(PackageLoader packages)
    {
        foreach (Label label in byLabel.Keys.Where(l => !applied.ContainsKey(l)))
        {
            if (byLabel[label].Optional && !packages.IsLoaded(label.Package))
                continue;
            Package package = Load(packages, label);
            if (!applied.ContainsKey(label))
            {
                throw new BazelException(
                    BazelErrorCode.Override,
                    $"BazelOverride '{label}' matches nothing: package '{label.Package}' declares no rule of that name"
                    + NearestNames.Hint(label.Name, package.Targets.Values.OfType<Rule>().Select(r => r.Name)) + "; remove the item or correct its label");
            }
        }
    }

    private static Package Load(PackageLoader packages, Label label)
    {
        try
        {
            return packages.Load(label.Package);
        }
        catch (BazelException e) when (e.Code is BazelErrorCode.NoSuchPackage or BazelErrorCode.RepositoryNotDeclared)
        {
            throw new BazelException(BazelErrorCode.Override, $"BazelOverride '{label}' matches nothing: {e.Message}", inner: e);
        }
    }
}
