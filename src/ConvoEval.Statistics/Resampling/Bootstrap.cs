using System;
using System.Threading;

namespace ConvoEval.Statistics.Resampling;

/// <summary>
/// The bootstrap (Efron and Tibshirani 1993) of any statistic of independent units. For clustered data the unit is the
/// cluster, and a paired comparison keeps both versions' rows of it.
/// </summary>
public static class Bootstrap
{
    /// <summary>
    /// Draws <paramref name="resamples"/> selections of as many units as there are, from the seed. Null without units
    /// or when the statistic of all units is undefined. Undefined replicates are counted and left out. O(resamples ·
    /// cost of the statistic).
    /// </summary>
    public static BootstrapResult? Run(
        int units,
        int resamples,
        ulong seed,
        ResampledStatistic statistic,
        double level,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var random = new SeededRandom(seed);
        return Replicate(
            units,
            resamples,
            selection =>
            {
                for (int i = 0; i < selection.Length; i++)
                    selection[i] = random.NextIndex(units);
            },
            statistic,
            level,
            cancellation);
    }

    /// <summary>
    /// The same with given selections, one after the other, each as long as there are units; throws when they do not
    /// fill whole selections or point outside the units.
    /// </summary>
    public static BootstrapResult? RunWithIndices(
        int units,
        ReadOnlyMemory<int> indices,
        ResampledStatistic statistic,
        double level,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (units == 0)
            return null;
        if (indices.Length == 0 || indices.Length % units != 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected selections of {units} units, found {indices.Length} indices."), nameof(indices));
        foreach (int index in indices.Span)
        {
            if (index < 0 || index >= units)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Found index {index}, expected 0 to {units - 1}."), nameof(indices));
        }

        int next = 0;
        return Replicate(
            units,
            indices.Length / units,
            selection =>
            {
                indices.Span.Slice(next, units).CopyTo(selection);
                next += units;
            },
            statistic,
            level,
            cancellation);
    }

    private static BootstrapResult? Replicate(
        int units,
        int resamples,
        SelectionSource fill,
        ResampledStatistic statistic,
        double level,
        CancellationToken cancellation)
    {
        Require.Level(level);
        if (units == 0)
            return null;
        int[] selection = new int[units];
        for (int i = 0; i < units; i++)
            selection[i] = i;
        if (Checked(statistic(selection)) is not { } estimate)
            return null;
        double[]? jackknife = LeaveOneOut(units, statistic, cancellation);
        double[] replicates = new double[resamples];
        int defined = 0;
        for (int r = 0; r < resamples; r++)
        {
            cancellation.ThrowIfCancellationRequested();
            fill(selection);
            if (Checked(statistic(selection)) is { } value)
                replicates[defined++] = value;
        }

        return BootstrapResult.From(estimate, replicates.AsSpan(0, defined), jackknife, resamples - defined, level);
    }

    /// <summary>The statistic without each unit in turn; null when that is undefined once.</summary>
    private static double[]? LeaveOneOut(int units, ResampledStatistic statistic, CancellationToken cancellation)
    {
        if (units < 2)
            return null;
        double[] result = new double[units];
        int[] selection = new int[units - 1];
        for (int i = 0; i < selection.Length; i++)
            selection[i] = i + 1;
        for (int left = 0; left < units; left++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Checked(statistic(selection)) is not { } value)
                return null;
            result[left] = value;
            if (left < selection.Length)
                selection[left] = left;
        }

        return result;
    }

    private static double? Checked(double? value)
    {
        if (value is { } number && !double.IsFinite(number))
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The resampled statistic returned {number}; expected a finite number or null for undefined."));
        return value;
    }

    private delegate void SelectionSource(Span<int> selection);
}
