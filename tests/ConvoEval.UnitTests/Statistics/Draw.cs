using ConvoEval.Statistics.Joint;
using ConvoEval.Statistics.PredictionPowered;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.UnitTests.Statistics;

/// <summary>Seeded draws for simulations.</summary>
internal static class Draw
{
    /// <summary>Successes among independent trials.</summary>
    public static int Binomial(SeededRandom random, int trials, double p)
    {
        int successes = 0;
        for (int i = 0; i < trials; i++)
            successes += random.NextUnit() < p ? 1 : 0;
        return successes;
    }

    /// <summary>A judged sample of which a random part is reviewed.</summary>
    public static ReviewCounts Review(
        SeededRandom random,
        double rate,
        double sensitivity,
        double specificity,
        int reviewed,
        int unreviewed)
    {
        int good = Binomial(random, reviewed, rate);
        int goodPassed = Binomial(random, good, sensitivity);
        int badFailed = Binomial(random, reviewed - good, specificity);
        int passed = Binomial(random, unreviewed, rate * sensitivity + (1 - rate) * (1 - specificity));
        return new ReviewCounts(
            goodPassed, good - goodPassed, reviewed - good - badFailed, badFailed, passed, unreviewed - passed);
    }

    /// <summary>A judge on a golden set with as many good as bad items.</summary>
    public static GoldenCounts Golden(SeededRandom random, double sensitivity, double specificity, int perClass) => new(
        Binomial(random, perClass, sensitivity), perClass, Binomial(random, perClass, specificity), perClass);
}
