using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Power;

/// <summary>
/// Units needed to settle a question, rounded up, without continuity correction. Null where no number would do (nothing
/// to detect, or a true loss as large as the margin). O(1).
/// </summary>
public static class SampleSize
{
    /// <summary>
    /// Per version, to find a difference of two independent rates (Fleiss 1981): two-sided level <paramref
    /// name="alpha"/>.
    /// </summary>
    public static long? TwoRates(double firstRate, double secondRate, double alpha, double power)
    {
        Require.Probability(firstRate);
        Require.Probability(secondRate);
        (double za, double zb) = Quantiles(alpha / 2, power);
        double gap = firstRate - secondRate;
        return RoundUp(Numerator(firstRate, secondRate, za, zb), gap * gap);
    }

    /// <summary>
    /// Pairs, to find a difference of paired rates by McNemar's test (Connett, Smith and McHugh 1987) from the shares
    /// of pairs in which only one of the two succeeds.
    /// </summary>
    public static long? PairedRates(double onlyFirst, double onlySecond, double alpha, double power)
    {
        Require.Probability(onlyFirst);
        Require.Probability(onlySecond);
        Require.Probability(onlyFirst + onlySecond);
        (double za, double zb) = Quantiles(alpha / 2, power);
        double discordant = onlyFirst + onlySecond;
        double gap = onlyFirst - onlySecond;
        double root = za * Math.Sqrt(discordant) + zb * Math.Sqrt(discordant - gap * gap);
        return RoundUp(root * root, gap * gap);
    }

    /// <summary>
    /// Per version, to show that the newer rate is not lower than the older by <paramref name="margin"/> or more;
    /// one-sided level <paramref name="alphaOneSided"/>. Null when the newer rate is truly lower by the margin or more.
    /// </summary>
    public static long? NonInferiority(
        double oldRate,
        double newRate,
        double margin,
        double alphaOneSided,
        double power)
    {
        Require.Probability(oldRate);
        Require.Probability(newRate);
        Require.Positive(margin);
        (double za, double zb) = Quantiles(alphaOneSided, power);
        double room = margin + (newRate - oldRate);
        if (room <= 0)
            return null;
        double variance = oldRate * (1 - oldRate) + newRate * (1 - newRate);
        return RoundUp((za + zb) * (za + zb) * variance, room * room);
    }

    /// <summary>
    /// The number of judged and clustered units worth n independent human labels: n·deff/J², the judge's rates taken as
    /// known. Null when J is not above 0.
    /// </summary>
    public static long? Inflated(long units, double designEffect, double youden)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        Require.Positive(designEffect);
        Require.Finite(youden);
        return youden > 0 ? RoundUp(units * designEffect, youden * youden) : null;
    }

    /// <summary>
    /// Paired questions for a difference of means with several judged samples each (Miller 2024, arXiv:2411.00640, eq.
    /// 9): (z_α/2 + z_β)²(ω² + σ_A²/K_A + σ_B²/K_B)/δ².
    /// </summary>
    /// <param name="betweenVariance">ω², variance of the paired difference between questions.</param>
    /// <param name="firstWithinVariance">σ_A², variance within a question, of one version.</param>
    /// <param name="secondWithinVariance">σ_B², of the other.</param>
    /// <param name="firstSamples">K_A, samples per question.</param>
    /// <param name="secondSamples">K_B.</param>
    /// <param name="difference">δ, the difference to find.</param>
    /// <param name="alpha">Two-sided level.</param>
    /// <param name="power">Chance to find it.</param>
    public static long? Questions(
        double betweenVariance,
        double firstWithinVariance,
        double secondWithinVariance,
        int firstSamples,
        int secondSamples,
        double difference,
        double alpha,
        double power)
    {
        Require.NotNegative(betweenVariance);
        Require.NotNegative(firstWithinVariance);
        Require.NotNegative(secondWithinVariance);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstSamples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(secondSamples, 1);
        Require.Finite(difference);
        (double za, double zb) = Quantiles(alpha / 2, power);
        double variance = betweenVariance + firstWithinVariance / firstSamples + secondWithinVariance / secondSamples;
        return RoundUp((za + zb) * (za + zb) * variance, difference * difference);
    }

    /// <summary>The Fleiss numerator: units per version times the squared difference.</summary>
    internal static double Numerator(double firstRate, double secondRate, double za, double zb)
    {
        double mean = (firstRate + secondRate) / 2;
        double root = za * Math.Sqrt(2 * mean * (1 - mean))
            + zb * Math.Sqrt(firstRate * (1 - firstRate) + secondRate * (1 - secondRate));
        return root * root;
    }

    internal static (double Alpha, double Power) Quantiles(double upperTail, double power)
    {
        Require.Level(upperTail);
        Require.Level(power);
        return (-StandardNormal.Quantile(upperTail), StandardNormal.Quantile(power));
    }

    private static long? RoundUp(double numerator, double denominator)
    {
        double size = Math.Ceiling(numerator / denominator);
        return denominator > 0 && size < long.MaxValue ? (long)size : null;
    }
}
