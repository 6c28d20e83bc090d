using System;
using System.Diagnostics;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Reporting.Readings;

namespace ConvoEval.Reporting.Wording;

/// <summary>The words of the product for its closed sets, the same in every format.</summary>
internal static class Words
{
    /// <summary>Headline of the release gate.</summary>
    public static Word Gate(GateDecision gate) => gate.Outcome switch
    {
        GateOutcome.Ship => new($"Ship {gate.To}", "✓", Tone.Good),
        GateOutcome.DoNotShip => new($"Do not ship {gate.To}", "✕", Tone.Bad),
        GateOutcome.NeedMoreData => new($"Need more data on {gate.To}", "?", Tone.Unsure),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where an estimate stands.</summary>
    public static Word Light(TrafficLight light) => light switch
    {
        TrafficLight.NoValue => new("no value", "–", Tone.Unsure),
        TrafficLight.NoInterval => new("no interval", "–", Tone.Unsure),
        TrafficLight.NoTarget => new("no target set", "–", Tone.Plain),
        TrafficLight.InTarget => new("in target", "✓", Tone.Good),
        TrafficLight.InTargetUnclaimed => new("in target, but the judge may not confirm it", "?", Tone.Unsure),
        TrafficLight.MaybeInTarget => new("perhaps in target", "?", Tone.Warn),
        TrafficLight.OffTarget => new("short of target", "!", Tone.Warn),
        TrafficLight.MaybeBeyondRedLine => new("perhaps beyond the red line", "!", Tone.Warn),
        TrafficLight.BeyondRedLine => new("beyond the red line", "✕", Tone.Bad),
        TrafficLight.TooUnsure => new("too unsure to say", "?", Tone.Unsure),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a KPI stands; a missing value says why in two words.</summary>
    public static Word Light(KpiReading kpi)
    {
        if (kpi.Light != TrafficLight.NoValue)
            return Light(kpi.Light);
        if (kpi.Newest is null)
            return new("not computed", "–", Tone.Unsure);
        return kpi.IsRawOnly ? new("judge not licensed", "–", Tone.Unsure) : new("cannot be computed", "–", Tone.Unsure);
    }

    /// <summary>Verdict of a comparison. A sure loss inside the margin says in which direction.</summary>
    public static Word Comparison(KpiComparison comparison, KpiDirection direction) => comparison.Verdict switch
    {
        ComparisonVerdict.Better => new("better", "✓", Tone.Good),
        ComparisonVerdict.NoWorse when comparison.State.StartsWith("no_worse_but", StringComparison.Ordinal) =>
            new(direction == KpiDirection.HigherIsBetter ? "no worse, but lower" : "no worse, but higher", "≈", Tone.Warn),
        ComparisonVerdict.NoWorse => new("no worse", "≈", Tone.Good),
        ComparisonVerdict.Worse => new("worse", "✕", Tone.Bad),
        ComparisonVerdict.NotEnoughData => new("not enough data", "?", Tone.Unsure),
        ComparisonVerdict.NotComparable => new("not comparable", "–", Tone.Unsure),
        _ => throw new UnreachableException(),
    };

    /// <summary>Verdict as it stands in files for machines.</summary>
    public static string Machine(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => "better",
        ComparisonVerdict.NoWorse => "no_worse",
        ComparisonVerdict.Worse => "worse",
        ComparisonVerdict.NotEnoughData => "not_enough_data",
        ComparisonVerdict.NotComparable => "not_comparable",
        _ => throw new UnreachableException(),
    };

    /// <summary>Gate outcome as it stands in files for machines.</summary>
    public static string Machine(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Ship => "ship",
        GateOutcome.DoNotShip => "do_not_ship",
        GateOutcome.NeedMoreData => "need_more_data",
        _ => throw new UnreachableException(),
    };

    /// <summary>Licence as it stands in files for machines; the same word serves people.</summary>
    public static string Machine(LicenceState state) => state switch
    {
        LicenceState.Candidate => "candidate",
        LicenceState.Licensed => "licensed",
        LicenceState.Probation => "probation",
        LicenceState.Revoked => "revoked",
        _ => throw new UnreachableException(),
    };

    /// <summary>Unit as it stands in files for machines.</summary>
    public static string Machine(KpiUnit unit) => unit switch
    {
        KpiUnit.Share => "share",
        KpiUnit.Seconds => "seconds",
        KpiUnit.Usd => "usd",
        _ => throw new UnreachableException(),
    };

    /// <summary>State of a licence.</summary>
    public static Word Licence(LicenceState state) => state switch
    {
        LicenceState.Licensed => new("licensed", "✓", Tone.Good),
        LicenceState.Candidate => new("candidate: shown, never gates", "–", Tone.Unsure),
        LicenceState.Probation => new("on probation: shown, never gates", "!", Tone.Warn),
        LicenceState.Revoked => new("revoked: shown, never gates", "✕", Tone.Bad),
        _ => throw new UnreachableException(),
    };

    /// <summary>What went wrong, as the head of a group.</summary>
    public static string Failure(FailureKind kind) => kind switch
    {
        FailureKind.CriticalStatement => "Critical statement",
        FailureKind.Contradicted => "Contradicts the golden answer",
        FailureKind.Abandoned => "User left with the goal open",
        FailureKind.GoalMissed => "Goal not reached",
        FailureKind.Fallback => "Bot fell back",
        FailureKind.ReAsk => "User had to ask again",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who spoke.</summary>
    public static string Role(TurnRole role) => role switch
    {
        TurnRole.User => "User",
        TurnRole.Bot => "Bot",
        TurnRole.HumanAgent => "Human agent",
        TurnRole.System => "System",
        TurnRole.Tool => "Tool",
        _ => throw new UnreachableException(),
    };

    /// <summary>Which way is better.</summary>
    public static string Direction(KpiDirection direction) =>
        direction == KpiDirection.HigherIsBetter ? "higher is better" : "lower is better";

    /// <summary>Target and red line of a definition; null when nobody set either.</summary>
    public static string? Goals(KpiDefinition definition)
    {
        var (reach, cross) = definition.Direction == KpiDirection.HigherIsBetter ? ("≥", "<") : ("≤", ">");
        var target = definition.Target is { } wanted ? $"target {reach} {Figures.Value(definition.Unit, wanted)}" : null;
        var red = definition.RedLine is { } line ? $"red line {cross} {Figures.Value(definition.Unit, line)}" : null;
        return target is null ? red : red is null ? target : $"{target}, {red}";
    }

    /// <summary>A version, where null means that the source does not say.</summary>
    public static string Version(string? version) => version ?? "version unknown";

    /// <summary>A version inside a sentence: "version B".</summary>
    public static string OfVersion(string? version) => version is null ? "version unknown" : "version " + version;

    /// <summary>An intent, where null means unknown.</summary>
    public static string Intent(string? intent) => intent is null ? "intent unknown" : Snake(intent);

    /// <summary>A machine word for people: underscores become blanks.</summary>
    public static string Snake(string word) => word.Replace('_', ' ');

    /// <summary>Who annotated golden verdicts. Nobody is called human who is not known to be.</summary>
    public static string Annotator(string? annotator) => annotator switch
    {
        "human" => "human",
        "authored" => "authored",
        null or "" => "annotator not stated",
        _ => annotator,
    };
}
