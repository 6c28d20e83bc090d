using System.Collections.Generic;
using System.Linq;
using ConvoEval.Statistics.PredictionPowered;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.UnitTests.Statistics.PredictionPowered;

/// <summary>A bot and its judge: what share of responses is good, bad or no case for a grade, and how the judge ends on each kind.</summary>
/// <param name="Good">Share of good responses.</param>
/// <param name="Bad">Share of bad responses; the rest is not applicable.</param>
/// <param name="OnGood">Shares of passed, failed, abstained, uncovered on good responses.</param>
/// <param name="OnBad">The same on bad ones.</param>
/// <param name="OnOther">The same on the rest.</param>
internal sealed record ReviewWorld(double Good, double Bad, double[] OnGood, double[] OnBad, double[] OnOther)
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int Outcomes = 4;

    private static readonly string[] Names = ["passed", "failed", "abstained", "uncovered"];

    /// <summary>What a review of everything, for ever, would find.</summary>
    public double Rate => Good / (Good + Bad);

    /// <summary>
    /// Counts by outcome of the judge and kind (good, bad, other): of all responses, and of a simple random sample of
    /// them. Responses are exchangeable, so the first ones are as random as any.
    /// </summary>
    public (int[,] All, int[,] Reviewed) Draw(SeededRandom random, int responses, int reviews)
    {
        var all = new int[Outcomes, 3];
        var reviewed = new int[Outcomes, 3];
        for (int i = 0; i < responses; i++)
        {
            var (outcome, kind) = One(random);
            all[outcome, kind]++;
            if (i < reviews)
                reviewed[outcome, kind]++;
        }

        return (all, reviewed);
    }

    /// <summary>Reviews drawn one by one, responses that the judge failed more often than the others.</summary>
    public List<PostStratum> DrawUnevenly(SeededRandom random, int responses, double ofFailed, double ofOthers)
    {
        var population = new int[Outcomes];
        var tallies = new ReviewTally[Outcomes, 3];
        for (int i = 0; i < responses; i++)
        {
            var (outcome, kind) = One(random);
            // Half of the others are drawn half as often again: unequal inside a stratum too.
            double probability = outcome == Failed ? ofFailed : random.NextUnit() < 0.5 ? ofOthers : 1.5 * ofOthers;
            population[outcome]++;
            if (random.NextUnit() < probability)
                tallies[outcome, kind] = tallies[outcome, kind].With(probability);
        }

        return [.. Enumerable.Range(0, Outcomes).Select(o => new PostStratum(
            Names[o], population[o], o <= Failed, tallies[o, 0], tallies[o, 1], tallies[o, 2]))];
    }

    /// <summary>Strata by what the judge said.</summary>
    public static List<PostStratum> Strata(int[,] all, int[,] reviewed) =>
        [.. Enumerable.Range(0, Outcomes).Select(o => new PostStratum(
            Names[o],
            Row(all, o),
            o <= Failed,
            ReviewTally.Of(reviewed[o, 0]),
            ReviewTally.Of(reviewed[o, 1]),
            ReviewTally.Of(reviewed[o, 2])))];

    /// <summary>The reviews without the judge.</summary>
    public static PostStratum HumanOnly(int[,] all, int[,] reviewed) => new(
        "all",
        Enumerable.Range(0, Outcomes).Sum(o => Row(all, o)),
        true,
        ReviewTally.Of(Column(reviewed, 0)),
        ReviewTally.Of(Column(reviewed, 1)),
        ReviewTally.Of(Column(reviewed, 2)));

    /// <summary>Graded and applicable reviews, and all other graded responses as unreviewed: what PPI++ was fed before.</summary>
    public static ReviewCounts GradedOnly(int[,] all, int[,] reviewed) => new(
        reviewed[Passed, 0],
        reviewed[Failed, 0],
        reviewed[Passed, 1],
        reviewed[Failed, 1],
        Row(all, Passed) - reviewed[Passed, 0] - reviewed[Passed, 1],
        Row(all, Failed) - reviewed[Failed, 0] - reviewed[Failed, 1]);

    private (int Outcome, int Kind) One(SeededRandom random)
    {
        double u = random.NextUnit();
        int kind = u < Good ? 0 : u < Good + Bad ? 1 : 2;
        double[] shares = kind switch { 0 => OnGood, 1 => OnBad, _ => OnOther };
        double left = random.NextUnit();
        int outcome = 0;
        while (outcome < Outcomes - 1 && left >= shares[outcome])
            left -= shares[outcome++];
        return (outcome, kind);
    }

    private static int Row(int[,] counts, int outcome) => counts[outcome, 0] + counts[outcome, 1] + counts[outcome, 2];

    private static int Column(int[,] counts, int kind) => Enumerable.Range(0, Outcomes).Sum(o => counts[o, kind]);
}
