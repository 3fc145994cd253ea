using CsCheck;

namespace TfNative.Execution.Tests.Exactness;

public class RandomBuildTests
{
    private const int Sequences = 120;
    private const int EditsPerSequence = 50;

    /// <summary>6,000 edits, each followed by an incremental build that is compared with a clean one and with a model of
    /// what has to run. A failure prints the seed of its sequence.</summary>
    [Fact]
    public void An_incremental_build_gives_what_a_clean_one_gives_and_runs_only_what_it_must() =>
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                var build = new RandomBuild(seed);
                for (int edit = 0; edit < EditsPerSequence; edit++)
                    build.EditAndCompare();
            },
            iter: Sequences,
            threads: 1);
}
