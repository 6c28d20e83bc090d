using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>
/// The share of good items among those that a grade applies to, from a random review of all items and from what the
/// judge said of every one of them. A ratio of two post-stratified means, θ = Σ W·ȳ / Σ W·ā: W is the share of a
/// stratum in all items, ȳ the share of its reviews that are good, ā the share that is good or bad (domain estimation
/// and post-stratification: Särndal, Swensson and Wretman 1992, ch. 5.8 and 7.6; Holt and Smith 1979). It needs neither
/// a grade of the judge on every item nor every item to be applicable. The half counts are our own, not published.
/// </summary>
public sealed record PostStratifiedReview
{
    /// <summary>The estimate, above 0 and below 1.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error, above 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>t interval on the logit scale, so inside 0…1 and never without width.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Estimated share of all items that a grade applies to.</summary>
    public required double ApplicableShare { get; init; }

    /// <summary>Reviews that said good or bad.</summary>
    public required long Applicable { get; init; }

    /// <summary>Degrees of freedom: applicable reviews less strata that have any, at least 1.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>Strata as they were estimated, those with too few reviews joined to a neighbour.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Strata { get; init; }

    /// <summary>
    /// Var = Σ W²·s²(e)/n + D·Σ W·ē²/N with e = (1 − θ)/Ā for good, −θ/Ā for bad, 0 for not applicable items. The first
    /// part is conditional on how many reviews fell into each stratum: given those numbers the strata are simple random
    /// samples, so it is what this review is worth, while the unconditional variance also averages over reviews that
    /// were not drawn. There is no finite population correction: the items stand for the bot, not for themselves. For
    /// the same reason the second part is there: the shares W are known of N items, not of the bot.
    /// </summary>
    /// <param name="strata">
    /// Strata by what the judge said, neighbours alike. One without items is left out; one with fewer than five reviews
    /// joins a neighbour. Half a review is added to good and half to bad in each stratum that the judge graded or where
    /// a review found a good or bad item.
    /// </param>
    /// <param name="designEffect">
    /// D: how many times more the shares W vary than those of independent items, 1 or above; 0 = estimate for exactly
    /// these items.
    /// </param>
    /// <param name="level">Confidence level.</param>
    /// <returns>
    /// Null when fewer than two reviews found a good or bad item. Throws when a stratum has more reviews than items. O(strata).
    /// </returns>
    public static PostStratifiedReview? Estimate(IReadOnlyList<PostStratum> strata, double designEffect, double level)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Require.NotNegative(designEffect);
        Require.Level(level);
        foreach (var stratum in strata)
        {
            long reviews = stratum.Good.Count + stratum.Bad.Count + stratum.NotApplicable.Count;
            if (reviews > stratum.Population)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Stratum {stratum.Name} has {reviews} reviews of {stratum.Population} items; expected no more reviews than items."),
                    nameof(strata));
        }

        var cells = PostStratumCell.Collapse(strata);
        long applicable = cells.Sum(cell => cell.Applicable);
        return applicable < 2 ? null : Combine(cells, applicable, designEffect, level);
    }

    private static PostStratifiedReview Combine(
        List<PostStratumCell> cells, long applicable, double designEffect, double level)
    {
        double population = cells.Sum(cell => (double)cell.Population);
        double goodShare = 0;
        double applicableShare = 0;
        foreach (var cell in cells)
        {
            var shares = cell.Shares();
            goodShare += cell.Population / population * shares.Good;
            applicableShare += cell.Population / population * shares.Applicable;
        }

        double value = goodShare / applicableShare;
        double within = 0;
        double between = 0;
        foreach (var cell in cells)
        {
            double weight = cell.Population / population;
            var residual = cell.MeanOf((1 - value) / applicableShare, -value / applicableShare);
            within += weight * weight * residual.Variance;
            between += weight * residual.Mean * residual.Mean;
        }

        double error = Math.Sqrt(within + designEffect * between / population);
        long degrees = Math.Max(1, applicable - cells.Count(cell => cell.Applicable > 0));
        return new PostStratifiedReview
        {
            Value = value,
            StandardError = error,
            Interval = OnLogitScale(value, StudentT.TwoSided(level, degrees) * error),
            ApplicableShare = applicableShare,
            Applicable = applicable,
            DegreesOfFreedom = degrees,
            Strata = [.. cells.Select(cell => cell.Names)],
        };
    }

    private static Interval OnLogitScale(double value, double halfWidth)
    {
        double logit = Math.Log(value / (1 - value));
        double half = halfWidth / (value * (1 - value));
        return new Interval(1 / (1 + Math.Exp(half - logit)), 1 / (1 + Math.Exp(-half - logit)));
    }
}
