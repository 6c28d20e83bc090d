using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>One or several neighbouring strata that are estimated together.</summary>
internal sealed record PostStratumCell(
    IReadOnlyList<string> Names, long Population, bool IsGraded, ReviewTally Good, ReviewTally Bad, ReviewTally Other)
{
    /// <summary>Fewer reviews than this cannot speak for a stratum of their own.</summary>
    private const int FewestReviews = 5;

    public long Applicable => Good.Count + Bad.Count;

    public long Reviews => Applicable + Other.Count;

    /// <summary>Half a review is added to good and to bad where a good or bad response can be.</summary>
    public double Addition => IsGraded || Applicable > 0 ? 0.5 : 0;

    /// <summary>
    /// Strata with items, in the order given. One with fewer than five reviews joins its neighbour: a graded one a
    /// graded one and an ungraded one an ungraded one where there is such a neighbour, the earlier of two. The rule
    /// looks at numbers of reviews only, never at what they say (Cochran 1977, 5A.12).
    /// </summary>
    public static List<PostStratumCell> Collapse(IReadOnlyList<PostStratum> strata)
    {
        var cells = strata.Where(stratum => stratum.Population > 0).Select(Of).ToList();
        while (cells.Count > 1)
        {
            int at = cells.FindIndex(cell => cell.Reviews < FewestReviews);
            if (at < 0)
                break;
            int into = Neighbour(cells, at);
            int first = Math.Min(at, into);
            cells[first] = cells[first].And(cells[first + 1]);
            cells.RemoveAt(first + 1);
        }

        return cells;
    }

    /// <summary>Share of good and of applicable items, half counts included, weighted within the cell (Hájek).</summary>
    public (double Good, double Applicable) Shares()
    {
        double good = Scale * Good.Weight + Addition;
        double applicable = good + Scale * Bad.Weight + Addition;
        double all = Reviews + 2 * Addition;
        return all > 0 ? (good / all, applicable / all) : (0, 0);
    }

    /// <summary>
    /// Mean of a variable that is constant over the good, the bad and the other items (0), and the variance of that
    /// mean: n/(n−1)·Σw²(e−ē)²/(Σw)², which is s²/n for equal weights.
    /// </summary>
    public (double Mean, double Variance) MeanOf(double ofGood, double ofBad)
    {
        var (good, applicable) = Shares();
        double mean = good * ofGood + (applicable - good) * ofBad;
        double n = Reviews + 2 * Addition;
        if (n <= 1)
            return (mean, 0);
        double squares = Squares(Good, Addition, ofGood - mean)
            + Squares(Bad, Addition, ofBad - mean)
            + Squares(Other, 0, mean);
        return (mean, squares / (n * (n - 1)));
    }

    /// <summary>Makes the weights of the reviews add up to their number.</summary>
    private double Scale => Reviews == 0 ? 0 : Reviews / (Good.Weight + Bad.Weight + Other.Weight);

    private double Squares(ReviewTally tally, double addition, double gap) =>
        (Scale * Scale * tally.WeightSquares + addition) * gap * gap;

    private PostStratumCell And(PostStratumCell other) => new(
        [.. Names, .. other.Names],
        Population + other.Population,
        IsGraded || other.IsGraded,
        Good.And(other.Good),
        Bad.And(other.Bad),
        Other.And(other.Other));

    private static PostStratumCell Of(PostStratum stratum) => new(
        [stratum.Name], stratum.Population, stratum.IsGraded, stratum.Good, stratum.Bad, stratum.NotApplicable);

    private static int Neighbour(List<PostStratumCell> cells, int at)
    {
        bool isEarlierAlike = at > 0 && cells[at - 1].IsGraded == cells[at].IsGraded;
        bool isLaterAlike = at + 1 < cells.Count && cells[at + 1].IsGraded == cells[at].IsGraded;
        return at == 0 || (isLaterAlike && !isEarlierAlike) ? at + 1 : at - 1;
    }
}
