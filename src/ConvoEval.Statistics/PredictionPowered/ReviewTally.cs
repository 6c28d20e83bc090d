using System;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>Reviews that said the same, with the weights 1/π of their draw probabilities π.</summary>
public readonly record struct ReviewTally
{
    private ReviewTally(long count, double weight, double weightSquares)
    {
        Count = count;
        Weight = weight;
        WeightSquares = weightSquares;
    }

    /// <summary>Reviews.</summary>
    public long Count { get; }

    /// <summary>Sum of weights.</summary>
    public double Weight { get; }

    /// <summary>Sum of squared weights.</summary>
    public double WeightSquares { get; }

    /// <summary>Reviews that were all drawn with the same probability; throws for a negative number.</summary>
    public static ReviewTally Of(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new ReviewTally(count, count, count);
    }

    /// <summary>With one more review, drawn with this probability; throws unless it is above 0 and at most 1.</summary>
    public ReviewTally With(double probability)
    {
        if (probability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), FormattableString.Invariant(
                $"Expected a draw probability above 0 and at most 1, found {probability}."));
        double weight = 1 / probability;
        return new ReviewTally(Count + 1, Weight + weight, WeightSquares + weight * weight);
    }

    /// <summary>Both together.</summary>
    internal ReviewTally And(ReviewTally other) =>
        new(Count + other.Count, Weight + other.Weight, WeightSquares + other.WeightSquares);
}
