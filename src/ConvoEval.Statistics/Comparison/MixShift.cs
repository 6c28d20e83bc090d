using System;
using System.Collections.Generic;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Comparison;

/// <summary>
/// Splits a difference of rates into what the changed mix of strata did and what changed within them (Kitagawa 1955),
/// and what entered and left. The four parts sum to the difference exactly, up to rounding.
/// </summary>
public sealed record MixShift
{
    /// <summary>Rate of the older version.</summary>
    public required double OldRate { get; init; }

    /// <summary>Rate of the newer version.</summary>
    public required double NewRate { get; init; }

    /// <summary>New minus old.</summary>
    public double Difference => NewRate - OldRate;

    /// <summary>Due to other weights of common strata: Σ(w_B − w_A)((r_A + r_B)/2 − (R_A + R_B)/2).</summary>
    public required double Mix { get; init; }

    /// <summary>Due to changed rates within common strata: Σ(w_A + w_B)/2·(r_B − r_A).</summary>
    public required double Within { get; init; }

    /// <summary>Standard error of <see cref="Within"/>, weights taken as fixed.</summary>
    public required double WithinStandardError { get; init; }

    /// <summary>Normal interval of <see cref="Within"/>; null when the standard error is 0.</summary>
    public Interval? WithinInterval { get; init; }

    /// <summary>Due to strata only in the newer version: their share times (their rate − common rate).</summary>
    public required double Entered { get; init; }

    /// <summary>Due to strata only in the older version: minus their share times (their rate − common rate).</summary>
    public required double Left { get; init; }

    /// <summary>Difference at the older version's mix of common strata.</summary>
    public required StandardisedDifference AtOldMix { get; init; }

    /// <summary>Difference at the newer version's mix of common strata.</summary>
    public required StandardisedDifference AtNewMix { get; init; }

    /// <summary>χ² test that the mix of all strata is the same; null with fewer than two strata.</summary>
    public SignificanceTest? MixTest { get; init; }

    /// <summary>Common strata, in the order given.</summary>
    public required IReadOnlyList<StratumShift> Strata { get; init; }

    /// <summary>
    /// Splits the difference. Null when a version has no trials or the versions have no stratum in common, because then
    /// nothing can be split. Throws for a name that comes twice. O(strata).
    /// </summary>
    public static MixShift? Split(IReadOnlyList<StratumShares> strata, double level)
    {
        double z = StandardNormal.TwoSided(level);
        CheckNames(strata);
        var older = default(Tally);
        var newer = default(Tally);
        var oldCommon = default(Tally);
        var newCommon = default(Tally);
        foreach (var stratum in strata)
        {
            older.Add(stratum.OldSuccesses, stratum.OldTrials);
            newer.Add(stratum.NewSuccesses, stratum.NewTrials);
            if (IsCommon(stratum))
            {
                oldCommon.Add(stratum.OldSuccesses, stratum.OldTrials);
                newCommon.Add(stratum.NewSuccesses, stratum.NewTrials);
            }
        }

        if (oldCommon.Trials == 0)
            return null;
        var shifts = new List<StratumShift>();
        double middle = (oldCommon.Rate + newCommon.Rate) / 2;
        double mix = 0;
        double within = 0;
        double variance = 0;
        foreach (var stratum in strata)
        {
            if (!IsCommon(stratum))
                continue;
            StratumShift shift = ShiftOf(stratum, oldCommon.Trials, newCommon.Trials, middle, level);
            shifts.Add(shift);
            mix += shift.Mix;
            within += shift.Within;
            double weight = (shift.OldWeight + shift.NewWeight) / 2;
            variance += weight * weight * VarianceOfChange(stratum);
        }

        double error = Math.Sqrt(variance);
        return new MixShift
        {
            OldRate = older.Rate,
            NewRate = newer.Rate,
            Mix = mix,
            Within = within,
            WithinStandardError = error,
            WithinInterval = Interval.Around(within, z * error),
            Entered = OneSided(newer, newCommon),
            Left = -OneSided(older, oldCommon),
            AtOldMix = Standardise(strata, oldCommon.Trials, isOld: true, z),
            AtNewMix = Standardise(strata, newCommon.Trials, isOld: false, z),
            MixTest = TestOfMix(strata),
            Strata = shifts,
        };
    }

    /// <summary>
    /// Pools strata with fewer than <paramref name="minimum"/> trials in either version into one called
    /// <paramref name="pooledName"/>, put last; a stratum of that name joins it. Splits of tiny strata say nothing.
    /// </summary>
    public static IReadOnlyList<StratumShares> PoolSmall(
        IReadOnlyList<StratumShares> strata,
        long minimum,
        string pooledName)
    {
        var kept = new List<StratumShares>();
        var older = default(Tally);
        var newer = default(Tally);
        foreach (var stratum in strata)
        {
            bool isSmall = stratum.OldTrials < minimum || stratum.NewTrials < minimum;
            if (!isSmall && !string.Equals(stratum.Name, pooledName, StringComparison.Ordinal))
            {
                kept.Add(stratum);
                continue;
            }

            older.Add(stratum.OldSuccesses, stratum.OldTrials);
            newer.Add(stratum.NewSuccesses, stratum.NewTrials);
        }

        if (older.Trials + newer.Trials > 0)
            kept.Add(new StratumShares(pooledName, older.Successes, older.Trials, newer.Successes, newer.Trials));
        return kept;
    }

    private static StratumShift ShiftOf(
        StratumShares stratum,
        long oldTrials,
        long newTrials,
        double middle,
        double level)
    {
        double oldWeight = stratum.OldTrials / (double)oldTrials;
        double newWeight = stratum.NewTrials / (double)newTrials;
        double oldRate = stratum.OldSuccesses / (double)stratum.OldTrials;
        double newRate = stratum.NewSuccesses / (double)stratum.NewTrials;
        double weight = (oldWeight + newWeight) / 2;
        // A common stratum has trials on both sides, so the interval exists.
        Interval change = ProportionDifference.Newcombe(
            stratum.NewSuccesses, stratum.NewTrials, stratum.OldSuccesses, stratum.OldTrials, level)!.Value;
        return new StratumShift(
            stratum.Name,
            oldWeight,
            newWeight,
            oldRate,
            newRate,
            (newWeight - oldWeight) * ((oldRate + newRate) / 2 - middle),
            weight * (newRate - oldRate),
            change.Mapped(0, weight));
    }

    private static StandardisedDifference Standardise(
        IReadOnlyList<StratumShares> strata,
        long commonTrials,
        bool isOld,
        double z)
    {
        double value = 0;
        double variance = 0;
        foreach (var stratum in strata)
        {
            if (!IsCommon(stratum))
                continue;
            double weight = (isOld ? stratum.OldTrials : stratum.NewTrials) / (double)commonTrials;
            value += weight * (stratum.NewSuccesses / (double)stratum.NewTrials
                - stratum.OldSuccesses / (double)stratum.OldTrials);
            variance += weight * weight * VarianceOfChange(stratum);
        }

        double error = Math.Sqrt(variance);
        return new StandardisedDifference(value, error, Interval.Around(value, z * error));
    }

    private static double VarianceOfChange(StratumShares stratum)
    {
        double oldRate = stratum.OldSuccesses / (double)stratum.OldTrials;
        double newRate = stratum.NewSuccesses / (double)stratum.NewTrials;
        return oldRate * (1 - oldRate) / stratum.OldTrials + newRate * (1 - newRate) / stratum.NewTrials;
    }

    /// <summary>Share of the trials outside the common strata times their distance from the common rate.</summary>
    private static double OneSided(Tally all, Tally common)
    {
        long trials = all.Trials - common.Trials;
        if (trials == 0)
            return 0;
        double rate = (all.Successes - common.Successes) / (double)trials;
        return trials / (double)all.Trials * (rate - common.Rate);
    }

    private static SignificanceTest? TestOfMix(IReadOnlyList<StratumShares> strata)
    {
        long[] older = new long[strata.Count];
        long[] newer = new long[strata.Count];
        for (int i = 0; i < strata.Count; i++)
        {
            older[i] = strata[i].OldTrials;
            newer[i] = strata[i].NewTrials;
        }

        return HomogeneityTest.ChiSquaredTest(older, newer);
    }

    private static bool IsCommon(StratumShares stratum) => stratum.OldTrials > 0 && stratum.NewTrials > 0;

    private static void CheckNames(IReadOnlyList<StratumShares> strata)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stratum in strata)
        {
            if (!names.Add(stratum.Name))
                throw new ArgumentException($"Stratum '{stratum.Name}' comes twice.", nameof(strata));
        }
    }

    private struct Tally
    {
        public long Successes { get; private set; }

        public long Trials { get; private set; }

        public readonly double Rate => Successes / (double)Trials;

        public void Add(long successes, long trials)
        {
            Successes += successes;
            Trials += trials;
        }
    }
}
