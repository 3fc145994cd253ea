using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>environment_group(): environments of which targets say whether they support them (EnvironmentGroup.java).</summary>
public sealed class EnvironmentGroup : Target
{
    private readonly Dictionary<Label, IReadOnlyList<Label>> fulfillers = [];

    internal EnvironmentGroup(Package package, Label label, Location? location, IReadOnlyList<Label> environments, IReadOnlyList<Label> defaults)
        : base(package, label, location)
    {
        Environments = environments;
        Defaults = defaults;
    }

    public IReadOnlyList<Label> Environments { get; }

    /// <summary>What a target supports that says nothing about the group.</summary>
    public IReadOnlyList<Label> Defaults { get; }

    public override string Kind => "environment group";

    /// <summary>The environments that stand for another one too, directly or through others.</summary>
    public IReadOnlyList<Label> FulfillersOf(Label environment) => fulfillers.GetValueOrDefault(environment) ?? [];

    /// <summary>Looks the environments up, once all of the package is declared.</summary>
    /// <exception cref="BazelException">One is none, or is elsewhere.</exception>
    internal void Resolve()
    {
        var direct = new List<(Label Fulfilled, Label By)>();
        foreach (Label environment in Environments)
        {
            foreach (Label fulfilled in (Label[]?)Find(environment, "").GetRaw("fulfills") ?? [])
            {
                Find(fulfilled, $"in \"fulfills\" attribute of {environment}: ");
                direct.Add((fulfilled, environment));
            }
        }

        foreach (Label environment in Environments)
        {
            var found = new List<Label>();
            for (Label at = environment; ;)
            {
                found.AddRange(direct.Where(d => d.Fulfilled.Equals(at) && !d.By.Equals(environment) && !found.Contains(d.By)).Select(d => d.By));
                int next = found.IndexOf(at) + 1;
                if (next == found.Count)
                    break;
                at = found[next];
            }

            fulfillers.Add(environment, found);
        }
    }

    private Rule Find(Label environment, string where)
    {
        if (!environment.Package.Equals(Label.Package))
            throw Invalid($"{where}{environment} is not in the same package as group {Label}");
        if (!Package.Targets.TryGetValue(environment.Name, out Target? target))
            throw Invalid($"{where}environment {environment} does not exist");
        if (target is not Rule { RuleClass.Name: "environment" } rule)
            throw Invalid($"{where}{environment} is not a valid environment");
        return Environments.Contains(environment) ? rule : throw Invalid($"{where}{environment} is not a member of this group");
    }

    private BazelException Invalid(string problem) => new(BazelErrorCode.Environment, $"environment_group {Label}: {problem}", Location, Label);
}
