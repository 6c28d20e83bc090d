using System;
using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Statistics.Clusters;

namespace ConvoEval.Scoring.Kpis;

/// <summary>
/// Content adherence of one version: the judge's share is never shown as if it were the rate. With 50 random reviews
/// that say good or bad the reviews carry the estimate; else a licensed judge is corrected by its golden sensitivity and
/// specificity; else there is no value, only the raw share.
/// </summary>
internal sealed class AdherenceEstimator
{
    /// <summary>Fewest random reviews, not counting not applicable ones, that carry an estimate.</summary>
    private const int FewestReviews = 50;

    private readonly AdherenceEvidence? _evidence;
    private readonly ReviewTable _reviews;
    private readonly bool? _isTransportRejected;

    public AdherenceEstimator(AdherenceEvidence? evidence, string? version, double level)
    {
        _evidence = evidence;
        _reviews = ReviewTable.Of(evidence?.Reviews ?? [], version);
        _isTransportRejected = GoldenCorrection.IsTransportRejected(evidence?.Licence, _reviews, level);
    }

    /// <summary>
    /// Estimates from the judged responses of a cell. Reviews speak for the version as a whole: a segment is corrected
    /// by the licence, as if the judge erred there as often as elsewhere. Numerator, denominator, raw share, unscored
    /// ones are counts of the judge, whatever the method.
    /// </summary>
    public Estimate Estimate(EstimateSubject subject, KpiFormula formula, Sample sample)
    {
        if (sample.Whole == 0)
            return PlainEstimator.Missing(subject, formula, sample) with { JudgeHash = _evidence?.JudgeHash };
        var isSegment = subject.Segment is not null;
        var designEffect = DesignEffectOf(sample, subject.Level);
        var hasReviews = !isSegment && _reviews.Applicable >= FewestReviews;
        var corrected = hasReviews
            ? ReviewEstimate.Of(_reviews, sample, _evidence?.Responses ?? 0, designEffect, subject.Level)
            : LicenceInForce() is { } licence && _isTransportRejected != true
                ? GoldenCorrection.Of(licence, sample, designEffect, subject.Level)
                : null;
        var ungraded = sample.Unscored;
        var all = sample.Whole + ungraded;
        return new Estimate
        {
            KpiId = subject.Definition.Id,
            BotVersion = subject.BotVersion,
            Segment = subject.Segment,
            Value = corrected?.Value,
            Low = corrected?.Interval?.Low,
            High = corrected?.Interval?.High,
            Level = subject.Level,
            Method = corrected?.Method ?? "none",
            Numerator = sample.Part,
            Denominator = sample.Whole,
            Scored = (long)sample.Whole,
            Unscored = (long)ungraded,
            Raw = sample.Part / sample.Whole,
            Assumptions = corrected is null ? [] : Assumptions(corrected, hasReviews, isSegment),
            JudgeHash = _evidence?.JudgeHash,
            // People reviewed ungraded responses too: their rate is in the value, and bounds around it would count them twice.
            UnscoredAsFail = ungraded > 0 && !hasReviews ? corrected?.Value * sample.Whole / all : null,
            UnscoredAsPass = ungraded > 0 && !hasReviews ? (corrected?.Value * sample.Whole + ungraded) / all : null,
            MissingBecause = corrected is null ? Refusal() : null,
        };
    }

    /// <summary>
    /// How many times more responses are needed because those of a conversation (or user) go together: total over
    /// effective trials of the linearised variance without its small-sample factor, so that one response per
    /// conversation gives 1; never below 1.
    /// </summary>
    private static double DesignEffectOf(Sample sample, double level)
    {
        var share = ClusteredShare.Estimate(sample.Parts, sample.Wholes, level);
        var clusters = (double)sample.Clusters;
        return share?.EffectiveTrials is { } effective
            ? Math.Max(1, sample.Whole / effective * (clusters - 1) / clusters)
            : sample.Whole;
    }

    /// <summary>
    /// The licence of this version; one of all versions only where this one was not measured enough to say anything.
    /// </summary>
    private JudgeLicence? LicenceInForce() => _evidence switch
    {
        { Licence: { State: LicenceState.Licensed } own } => own,
        {
            Licence: null or { State: LicenceState.Candidate },
            PooledLicence: { State: LicenceState.Licensed } pooled,
        } => pooled,
        _ => null,
    };

    private List<string> Assumptions(CorrectedShare corrected, bool hasReviews, bool isSegment)
    {
        var assumptions = new List<string>(corrected.Assumptions);
        if (hasReviews)
        {
            if (_evidence?.AreReviewsAuthored == true)
                assumptions.Add("reviews_authored");
            assumptions.Add(_isTransportRejected switch
            {
                true => "transport_rejected",
                false => "transport_not_rejected",
                null => "transport_unchecked",
            });
            return assumptions;
        }

        if (LicenceInForce() != _evidence?.Licence)
            assumptions.Add(AssumptionNames.LicenceOfOtherVersions);
        if (isSegment)
            assumptions.Add("same_errors_in_every_segment");
        return assumptions;
    }

    private string Refusal()
    {
        if (_evidence is null)
            return "judge not licensed: nothing is known of it on this version";
        if (_isTransportRejected == true)
            return "judge not licensed: it errs on live responses otherwise than on golden ones";
        if (_evidence.Licence is { State: not LicenceState.Candidate } own)
            return Because(own);
        return (_evidence.PooledLicence ?? _evidence.Licence) is { } licence
            ? Because(licence)
            : "judge not licensed: it was not measured on golden verdicts";
    }

    private static string Because(JudgeLicence licence) =>
        licence.Reasons.Count > 0
            ? $"judge not licensed: {string.Join(" ", licence.Reasons)}"
            : $"judge not licensed: its state is {licence.State.ToString().ToLowerInvariant()}";
}
