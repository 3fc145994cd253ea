namespace TfNative.Execution.Tests.Artifacts;

public class ArtifactSetTests
{
    private readonly ActionGraphBuilder _builder = new();

    [Fact]
    public void Flattening_gives_every_artifact_once_direct_members_first()
    {
        ArtifactSet shared = Set(["c", "d"]);
        ArtifactSet left = Set(["b", "c"], shared);
        ArtifactSet right = Set(["e"], shared);
        Assert.Equal(["a", "b", "c", "d", "e"], Set(["a"], left, right).Flatten().Select(a => a.ExecPath));
    }

    [Fact]
    public void A_set_that_adds_nothing_is_the_set_it_wraps()
    {
        ArtifactSet inner = Set(["a"]);
        Assert.Same(inner, Set([], inner, ArtifactSet.Empty));
        Assert.Same(ArtifactSet.Empty, Set([], ArtifactSet.Empty));
    }

    private ArtifactSet Set(string[] direct, params ArtifactSet[] transitive) =>
        ArtifactSet.Create(direct.Select(path => _builder.Source(path)), transitive);
}
