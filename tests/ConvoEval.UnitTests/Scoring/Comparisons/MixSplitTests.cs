using System.Linq;
using ConvoEval.Scoring.Comparisons;
using Xunit;

namespace ConvoEval.UnitTests.Scoring.Comparisons;

/// <summary>Expected numbers are those of v12_mixshift_cuped (independent Python implementation); tolerance 1e-9.</summary>
public sealed class MixSplitTests
{
    [Fact]
    public void Every_intent_improves_and_the_total_falls()
    {
        var split = Split(new Stratum("easy", 900, 870, 900, 400, 390, 400), new Stratum("hard", 100, 50, 100, 600, 330, 600));

        Assert.Equal(-0.22291666666666665, split.Mix, 9);
        Assert.Equal(0.02291666666666666, split.Within, 9);
        Assert.Equal((0.0, 0.0), (split.Entered, split.Left));
        Assert.Equal(0.012499999999999978, split.AtOldMix, 9);
        Assert.Equal(["hard", "easy"], split.Strata.Select(stratum => stratum.Name));
        Assert.Equal(-0.14750000000000002, split.Strata[0].Mix, 9);
        Assert.Equal(0.017500000000000016, split.Strata[0].Within, 9);
        Assert.True(split.MixP < 0.01);
    }

    [Fact]
    public void A_stratum_only_in_the_newer_version_has_entered()
    {
        var split = Split(
            new Stratum("billing", 500, 400, 500, 450, 350, 450),
            new Stratum("returns", 300, 210, 300, 400, 300, 400),
            new Stratum("address", 200, 180, 200, 100, 92, 100),
            new Stratum("crypto", 0, 0, 0, 50, 10, 50));

        Assert.Equal(-0.0192076023391813, split.Mix, 9);
        Assert.Equal(0.010260233918128659, split.Within, 9);
        Assert.Equal(-0.02905263157894739, split.Entered, 9);
        Assert.Equal(0, split.Left, 9);
        Assert.Equal(0.00788888888888889, split.AtOldMix, 9);
    }

    [Fact]
    public void A_stratum_only_in_the_older_version_has_left()
    {
        // The reference has 10 of 50 here; times ten, so that the stratum is not pooled.
        var split = Split(new Stratum("billing", 500, 400, 500, 500, 450, 500), new Stratum("old", 100, 50, 100, 0, 0, 0));

        Assert.Equal(0, split.Mix, 9);
        Assert.Equal(0.1, split.Within, 9);
        Assert.Equal(0.05, split.Left, 9);
    }

    [Fact]
    public void Small_strata_are_pooled_and_the_parts_still_add_up()
    {
        var split = Split(
            new Stratum("a", 100, 60, 300, 100, 90, 400),
            new Stratum("b", 29, 20, 50, 80, 10, 100),
            new Stratum("c", 80, 20, 90, 5, 1, 9),
            new Stratum("d", 0, 0, 0, 3, 1, 4));

        // Shares of the denominators: 100/440 before, 102/513 after.
        Assert.Equal(102.0 / 513 - 100.0 / 440, split.Mix + split.Within + split.Entered + split.Left, 12);
        Assert.Equal(["a", "other"], split.Strata.Select(stratum => stratum.Name).Order());
        Assert.Equal((109, 88), split.Strata.Where(stratum => stratum.Name == "other").Select(stratum => (stratum.CountOld, stratum.CountNew)).Single());
    }

    [Fact]
    public void Versions_without_a_common_stratum_cannot_be_split()
    {
        Assert.Null(MixSplit.Of([new Stratum("a", 50, 1, 50, 0, 0, 0), new Stratum("b", 0, 0, 0, 50, 1, 50)]));
    }

    private static MixSplit Split(params Stratum[] strata)
    {
        var split = MixSplit.Of(strata);
        Assert.NotNull(split);
        return split;
    }
}
