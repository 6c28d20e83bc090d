using System;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Joint;
using ConvoEval.Statistics.PredictionPowered;
using ConvoEval.Statistics.Proportions;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class JointVectorTests
{
    private const string File = "v19_joint";
    private const double Level = 0.95;

    /// <summary>Replicates of the reference; its own chance error counts too.</summary>
    private const int CoverageReplicates = 6000;

    private const int TransportReplicates = 4000;

    /// <summary>Replicates run here.</summary>
    private const int Replicates = 1500;

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Joint_estimates_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "joint_estimator":
                Estimate(vector);
                break;
            case "transport_check":
                Transport(vector);
                break;
            case "joint_coverage":
                Coverage(vector, (ulong)index);
                break;
            case "transport_simulation":
                TransportSimulation(vector, (ulong)index);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Estimate(VectorCase vector)
    {
        var reviews = new ReviewCounts(
            vector.Whole("y1f1"),
            vector.Whole("y1f0"),
            vector.Whole("y0f1"),
            vector.Whole("y0f0"),
            vector.Whole("unl_f1"),
            vector.Whole("unl_n") - vector.Whole("unl_f1"));
        var golden = new GoldenCounts(
            vector.Whole("gold_tp"), vector.Whole("gold_pos"), vector.Whole("gold_tn"), vector.Whole("gold_neg"));
        JointEstimate? found = JointEstimate.Estimate(
            reviews, golden, (int)vector.Whole("em_iterations"), vector.Number("pseudo"), Level);
        Assert.NotNull(found);
        vector.Check("theta", found.Value);
        vector.Check("se_judge", found.Sensitivity);
        vector.Check("sp_judge", found.Specificity);
        vector.Check("se", found.StandardError);
        vector.Check("ci_logit", found.Interval);
    }

    private static void Transport(VectorCase vector)
    {
        TransportCheck found = TransportCheck.Compare(
            new GoldenCounts(
                vector.Whole("gold_tp"), vector.Whole("gold_pos"), vector.Whole("gold_tn"), vector.Whole("gold_neg")),
            new GoldenCounts(
                vector.Whole("review_tp"),
                vector.Whole("review_pos"),
                vector.Whole("review_tn"),
                vector.Whole("review_neg")),
            Level);
        vector.Check("p_sensitivity_fisher", found.SensitivityP);
        vector.Check("p_specificity_fisher", found.SpecificityP);
        vector.Check("sens_diff_ci", found.SensitivityDifference);
        vector.Check("spec_diff_ci", found.SpecificityDifference);
    }

    private static void Coverage(VectorCase vector, ulong seed)
    {
        double rate = vector.Number("theta");
        var random = new SeededRandom(1000 + seed);
        var human = new Tally();
        var plain = new Tally();
        var half = new Tally();
        var withGold = new Tally();
        var reviewOnly = new Tally();
        for (int r = 0; r < Replicates; r++)
        {
            double sensitivity = vector.Number("se");
            double specificity = vector.Number("sp");
            ReviewCounts reviews = Draw.Review(
                random,
                rate,
                sensitivity,
                specificity,
                (int)vector.Whole("n_review"),
                (int)vector.Whole("n_unreviewed"));
            GoldenCounts golden = Draw.Golden(random, sensitivity, specificity, (int)vector.Whole("golden") / 2);
            human.Add(Proportion.Wilson(reviews.GoodPassed + reviews.GoodFailed, reviews.Reviewed, Level), rate);
            PredictionPoweredEstimate? free = PredictionPoweredMean.FromCounts(reviews, 0, Level);
            plain.Add(free?.Interval, rate);
            half.Add(PredictionPoweredMean.FromCounts(reviews, 0.5, Level)?.Interval, rate);
            withGold.Add(JointEstimate.Estimate(reviews, golden, 150, 0.5, Level)?.Interval, rate);
            reviewOnly.Add(JointEstimate.Estimate(reviews, default, 150, 0.5, Level)?.Interval, rate);
        }

        Compare(vector, "human_only_wilson", human, CoverageReplicates);
        Compare(vector, "ppi_plus_z", plain, CoverageReplicates);
        Compare(vector, "ppi_plus_pseudo0.5", half, CoverageReplicates);
        Compare(vector, "joint_with_golden_logit", withGold, CoverageReplicates);
        Compare(vector, "joint_review_only_logit", reviewOnly, CoverageReplicates);
        foreach (string variant in new[] { "ppi_plus_t", "ppi_plus_logit", "ppi_plus_pseudo1.0" })
            vector.LeaveOut(variant, "A variant that was tried and not chosen.");
    }

    private static void TransportSimulation(VectorCase vector, ulong seed)
    {
        double rate = vector.Number("theta");
        var random = new SeededRandom(2000 + seed);
        var always = new Tally();
        var reviewOnly = new Tally();
        var withCheck = new Tally();
        double rejected = 0;
        for (int r = 0; r < Replicates; r++)
        {
            ReviewCounts reviews = Draw.Review(
                random,
                rate,
                vector.Number("se_live"),
                vector.Number("sp_live"),
                (int)vector.Whole("n_review"),
                (int)vector.Whole("n_unreviewed"));
            GoldenCounts golden = Draw.Golden(
                random, vector.Number("se_gold"), vector.Number("sp_gold"), (int)vector.Whole("golden") / 2);
            Interval? pooled = JointEstimate.Estimate(reviews, golden, 150, 0.5, Level)?.Interval;
            Interval? alone = JointEstimate.Estimate(reviews, default, 150, 0.5, Level)?.Interval;
            var live = new GoldenCounts(
                reviews.GoodPassed,
                reviews.GoodPassed + reviews.GoodFailed,
                reviews.BadFailed,
                reviews.BadPassed + reviews.BadFailed);
            bool isRejected = TransportCheck.Compare(golden, live, Level).IsRejected(0.1) ?? false;
            rejected += isRejected ? 1.0 / Replicates : 0;
            always.Add(pooled, rate);
            reviewOnly.Add(alone, rate);
            withCheck.Add(isRejected ? alone : pooled, rate);
        }

        vector.LeaveOut("golden_only_rg", "Not computed by the reference either.");
        Compare(vector, "joint_always", always, TransportReplicates);
        Compare(vector, "review_only", reviewOnly, TransportReplicates);
        Compare(vector, "joint_with_check_10pct", withCheck, TransportReplicates);
        AssertShare(rejected, vector.ExpectedNumber("check_rejects"), TransportReplicates, "check_rejects");
    }

    private static void Compare(VectorCase vector, string method, Tally tally, int referenceReplicates)
    {
        AssertShare(
            tally.Covered / Replicates,
            vector.ExpectedNumber(method + ".coverage"),
            referenceReplicates,
            method);
        double width = tally.Width / Replicates;
        double expected = vector.ExpectedNumber(method + ".mean_width");
        // Widths of single replicates vary by up to half their mean.
        double allowed = 5.5 * 0.5 * expected * Math.Sqrt(1.0 / Replicates + 1.0 / referenceReplicates);
        Assert.True(
            Math.Abs(width - expected) <= allowed,
            FormattableString.Invariant($"{method}: width {width}, reference {expected}, allowed ±{allowed}"));
    }

    private static void AssertShare(double found, double expected, int referenceReplicates, string what)
    {
        // 5.5 standard errors of the difference of two simulated shares, with 1/n against the skew of rare events.
        double variance = expected * (1 - expected) * (1.0 / Replicates + 1.0 / referenceReplicates);
        double allowed = 5.5 * Math.Sqrt(variance) + 5.0 / Replicates;
        Assert.True(
            Math.Abs(found - expected) <= allowed,
            FormattableString.Invariant($"{what}: {found}, reference {expected}, allowed ±{allowed}"));
    }

    private sealed class Tally
    {
        public double Covered { get; private set; }

        public double Width { get; private set; }

        public void Add(Interval? interval, double truth)
        {
            Covered += interval is { } found && found.Contains(truth) ? 1 : 0;
            Width += interval?.Width ?? 0;
        }
    }
}
