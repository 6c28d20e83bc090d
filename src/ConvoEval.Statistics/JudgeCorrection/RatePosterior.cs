using System;

namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>
/// Posterior of the true rate on a fixed grid of midpoints: uniform priors on rate, sensitivity and specificity,
/// binomial likelihoods of the judged sample and of both golden classes. Deterministic, never of zero width, usable
/// where
/// <see cref="LangReiczigel"/> collapses.
/// </summary>
public sealed class RatePosterior
{
    private const int RateCells = 241;
    private const int JudgeCells = 121;

    /// <summary>All judged pass rates on the grid are whole multiples of 1/58,322.</summary>
    private const int PassRates = RateCells * JudgeCells * 2;

    /// <summary>Weights below e^−50 of the largest do not show in a double.</summary>
    private const double NegligibleLog = -50;

    private readonly double[] _weights;
    private readonly double[] _cumulative;

    private RatePosterior(double[] weights)
    {
        _weights = weights;
        _cumulative = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            _cumulative[i] = sum;
            Mean += weights[i] * (i + 0.5) / RateCells;
        }
    }

    /// <summary>Posterior mean.</summary>
    public double Mean { get; }

    /// <summary>Posterior median.</summary>
    public double Median => Quantile(0.5);

    /// <summary>
    /// Sums the likelihood over 241 × 121 × 121 cells with one logarithm per distinct pass rate. Counts may be
    /// effective and need not be whole; nothing judged leaves the prior.
    /// </summary>
    public static RatePosterior Of(double passed, double judged, JudgeCalibration calibration)
    {
        Require.Counts(passed, judged);
        double[] passLog = new double[PassRates];
        for (int m = 1; m < PassRates; m++)
            passLog[m] = Likelihood(passed, judged, m / (double)PassRates);
        double[] sensitivityLog = JudgeLog(calibration.Sensitivity, calibration.Positives);
        double[] specificityLog = JudgeLog(calibration.Specificity, calibration.Negatives);
        double best = double.NegativeInfinity;
        for (int i = 0; i < RateCells; i++)
            best = Math.Max(best, BestOf(i, passLog, sensitivityLog, specificityLog));
        double[] weights = new double[RateCells];
        double total = 0;
        for (int i = 0; i < RateCells; i++)
        {
            weights[i] = SumOf(i, passLog, sensitivityLog, specificityLog, best);
            total += weights[i];
        }

        for (int i = 0; i < RateCells; i++)
            weights[i] /= total;
        return new RatePosterior(weights);
    }

    /// <summary>
    /// The rate below which a share <paramref name="probability"/> of the posterior lies; linear inside a cell.
    /// </summary>
    public double Quantile(double probability)
    {
        Require.Level(probability);
        int cell = 0;
        while (cell < RateCells - 1 && _cumulative[cell] < probability)
            cell++;
        double before = cell > 0 ? _cumulative[cell - 1] : 0;
        double inside = _weights[cell] > 0 ? Math.Clamp((probability - before) / _weights[cell], 0, 1) : 0.5;
        return (cell + inside) / RateCells;
    }

    /// <summary>Equal-tailed interval.</summary>
    public Interval Interval(double level)
    {
        Require.Level(level);
        return new Interval(Quantile((1 - level) / 2), Quantile((1 + level) / 2));
    }

    /// <summary>Probability that the rate is above a target.</summary>
    public double ProbabilityAbove(double target)
    {
        Require.Finite(target);
        if (target <= 0)
            return 1;
        if (target >= 1)
            return 0;
        int cell = Math.Min(RateCells - 1, (int)(target * RateCells));
        double before = cell > 0 ? _cumulative[cell - 1] : 0;
        return Math.Clamp(1 - before - _weights[cell] * (target * RateCells - cell), 0, 1);
    }

    /// <summary>
    /// Probability that this rate is above <paramref name="other"/> by more than <paramref name="margin"/>, the two
    /// taken as independent (separate judged samples and separate calibrations).
    /// </summary>
    public double ProbabilityExceeds(RatePosterior other, double margin)
    {
        Require.Finite(margin);
        double sum = 0;
        for (int i = 0; i < RateCells; i++)
            sum += other._weights[i] * ProbabilityAbove((i + 0.5) / RateCells + margin);
        return Math.Clamp(sum, 0, 1);
    }

    private static double BestOf(int rate, double[] passLog, double[] sensitivityLog, double[] specificityLog)
    {
        double best = double.NegativeInfinity;
        for (int j = 0; j < JudgeCells; j++)
        {
            for (int k = 0; k < JudgeCells; k++)
            {
                double log = passLog[PassRate(rate, j, k)] + sensitivityLog[j] + specificityLog[k];
                best = log > best ? log : best;
            }
        }

        return best;
    }

    private static double SumOf(
        int rate,
        double[] passLog,
        double[] sensitivityLog,
        double[] specificityLog,
        double best)
    {
        double sum = 0;
        for (int j = 0; j < JudgeCells; j++)
        {
            for (int k = 0; k < JudgeCells; k++)
            {
                double log = passLog[PassRate(rate, j, k)] + sensitivityLog[j] + specificityLog[k] - best;
                if (log > NegligibleLog)
                    sum += Math.Exp(log);
            }
        }

        return sum;
    }

    /// <summary>θ·se + (1−θ)(1−sp) at midpoints, in units of 1/<see cref="PassRates"/>.</summary>
    private static int PassRate(int rate, int sensitivity, int specificity) =>
        ((2 * rate + 1) * (2 * sensitivity + 1)
            + (2 * RateCells - 2 * rate - 1) * (2 * JudgeCells - 2 * specificity - 1)) / 2;

    private static double[] JudgeLog(double share, double size)
    {
        double[] log = new double[JudgeCells];
        for (int i = 0; i < JudgeCells; i++)
            log[i] = Likelihood(share * size, size, (i + 0.5) / JudgeCells);
        return log;
    }

    private static double Likelihood(double successes, double trials, double p) =>
        successes * Math.Log(p) + (trials - successes) * Math.Log(1 - p);
}
