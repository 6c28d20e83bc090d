using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;

namespace ConvoEval.UnitTests.Reporting.Samples;

/// <summary>Reports as the line hands them over.</summary>
internal static class SampleReports
{
    /// <summary>Two versions over ten nights; B does not ship.</summary>
    public static EvaluationReport TwoVersions() => new()
    {
        Run = "run-3f9c2a71", Workspace = "harbor-bank", Bot = "marina", FirstNight = new DateOnly(2026, 3, 2), LastNight = new DateOnly(2026, 3, 11),
        Versions = ["A", "B"],
        Gate = new GateDecision
        {
            Outcome = GateOutcome.DoNotShip, From = "A", To = "B",
            Reasons =
            [
                "B made 1 critical statement: card_lost_stolen.liability/f1. One confirmed case blocks.",
                "Fallback rate: the data cannot tell whether B is worse by more than 3 points; about 412 conversations per version would.",
                "Content adherence cannot be compared: the judge is not licensed.",
                "Goal completion is better: +13.8 points (+3.1 to +24.1).",
            ],
        },
        Definitions = SampleKpis.Definitions, Estimates = SampleKpis.Estimates, Comparisons = SampleKpis.Comparisons,
        Outcomes =
        [
            new() { BotVersion = "A", Eligible = 130, Resolved = 78, Partial = 17, Escalated = 26, Abandoned = 6, NoGoal = 2, Unknown = 1 },
            new() { BotVersion = "B", Eligible = 130, Resolved = 97, Partial = 10, Escalated = 18, Abandoned = 3, NoGoal = 2, Unknown = 0 },
        ],
        Nights = Nights(), CriticalStatements = SampleFailures.Critical, Failures = SampleFailures.Groups, Licences = Licences(), Ledger = Ledger(),
        Inputs = [new() { Source = "harbor-bank", Read = 271, Kept = 263, Duplicates = 5, Reopened = 2, Conflicts = 1, Rejected = 2 }],
        Rejected =
        [
            new() { File = "transcripts/2026-03-04.jsonl", Line = 17, ReasonCode = "invalid_json", Message = "Expected a JSON object, found an unclosed string at column 211." },
            new() { File = "transcripts/2026-03-09.jsonl", Line = 3, ReasonCode = "missing_field", Message = "Expected turns, found none." },
        ],
        Excluded = new Dictionary<string, long> { ["test"] = 3, ["no_user_turn"] = 2 },
        Disagreements = [new("B", "card_status", "card_delivery", 12), new("B", "fees", "account_close", 4)],
        Masked = new Dictionary<string, long> { ["email"] = 11, ["person"] = 87, ["iban"] = 4 },
        Provenance =
        [
            new("input", "harbor-bank", "", "0c4f1f0f8f0b52ad6a3a86a34b4a8b6f0f0a1f5c7a9c0b7be1d2c3b4a5968778"),
            new("model", "harbor-bank", "1.0.0", "9b1d2c3b4a59687780c4f1f0f8f0b52ad6a3a86a34b4a8b6f0f0a1f5c7a9c0b7"),
            new("golden set", "harbor-bank", "1.0.0", "a86a34b4a8b6f0f0a1f5c7a9c0b7be1d2c3b4a59687780c4f1f0f8f0b52ad6a3"),
            new("judge", "rules/content-adherence", "1", SampleKpis.RulesHash),
            new("program", "convoeval", "0.1.0", ""),
        ],
        Warnings = ["The golden verdicts of this sample were authored for it; nobody at a bank annotated them."],
    };

    /// <summary>Every pinned KPI better or no worse, one override left over.</summary>
    public static EvaluationReport Shipping() => TwoVersions() with
    {
        Gate = new GateDecision
        {
            Outcome = GateOutcome.NeedMoreData, From = "A", To = "B", Reasons = ["Fallback rate: not enough data."], IsOverridden = true,
            Overrides =
            [
                new() { Subject = "fallback", BotVersion = "B", Author = "J. Byrne", Reason = "Known gap in loans, fixed next week", Expires = new DateOnly(2026, 3, 31) },
            ],
        },
        CriticalStatements = [],
    };

    /// <summary>Seven versions; the gate stands between the last two, other pairs beside it.</summary>
    public static EvaluationReport SevenVersions()
    {
        var versions = Enumerable.Range(1, 7).Select(number => "2026.0" + number.ToString(CultureInfo.InvariantCulture)).ToList();
        var two = TwoVersions();
        var pairs = versions.Skip(1).Select((to, index) => (From: versions[index], To: to)).Reverse();
        return two with
        {
            Versions = versions,
            Gate = two.Gate! with { From = versions[5], To = versions[6] }, // the two-version report has a gate
            Estimates =
            [
                .. versions.SelectMany((version, index) => SampleKpis.Estimates.Where(estimate => estimate.BotVersion == (index % 2 == 0 ? "A" : "B"))
                    .Select(estimate => estimate with { BotVersion = version })),
            ],
            Comparisons = [.. pairs.SelectMany(pair => SampleKpis.Comparisons.Select(one => one with { From = pair.From, To = pair.To }))],
            Outcomes = [.. versions.Select(version => two.Outcomes[0] with { BotVersion = version })],
            Nights = [.. versions.Select((version, index) => two.Nights[index] with { BotVersion = version })],
        };
    }

    /// <summary>Nothing was read.</summary>
    public static EvaluationReport Empty() => new()
    {
        Run = "run-empty", Workspace = "nothing", Versions = [], Definitions = SampleKpis.Definitions, Estimates = [], Comparisons = [], Outcomes = [],
        Nights = [], CriticalStatements = [], Failures = [], Licences = [], Ledger = [], Inputs = [], Rejected = [],
        Excluded = new Dictionary<string, long>(), Disagreements = [], Masked = new Dictionary<string, long>(), Provenance = [], Warnings = [],
    };

    private static IReadOnlyList<NightLine> Nights() =>
    [
        .. Enumerable.Range(0, 10).Select(night => new NightLine
        {
            Night = new DateOnly(2026, 3, 2).AddDays(night), BotVersion = night < 5 ? "A" : "B", Conversations = 26, GoalBearing = 25,
            GoalsReached = night < 5 ? 15 + (night % 3) : 18 + (night % 4), BotTurns = 124 + night, Fallbacks = 10 + (night * 7 % 9),
            ResponsesGraded = 63, Contradicted = 8 + (night * 5 % 6), CriticalStatements = night is 2 or 9 ? 1 : 0,
        }),
    ];

    private static IReadOnlyList<JudgeLicence> Licences() =>
    [
        new()
        {
            Judge = "rules/content-adherence", JudgeHash = SampleKpis.RulesHash, Criterion = "content_adherence", GoldenSet = "harbor-bank 1.0.0",
            Annotator = "authored", State = LicenceState.Revoked, Reasons = ["The lower bound of the specificity is .41, below .50."],
            GoodPassed = 214, GoodFailed = 12, BadPassed = 44, BadFailed = 42, Abstained = 31, Unscored = 0,
            Sensitivity = 0.947, SensitivityLow = 0.909, SensitivityHigh = 0.969, Specificity = 0.488, SpecificityLow = 0.385, SpecificityHigh = 0.592,
            Youden = 0.435, YoudenLow = 0.32,
        },
    ];

    private static IReadOnlyList<LedgerLine> Ledger() =>
    [
        Line("content_adherence", "A", "rules/content-adherence", 618, 311, 40, 267, 0), Line("content_adherence", "B", "rules/content-adherence", 655, 328, 38, 286, 3),
        Line("goal_completion", "A", "rules/goal-completion", 125, 121, 0, 0, 4), Line("goal_completion", "B", "rules/goal-completion", 126, 124, 0, 0, 2),
    ];

    private static LedgerLine Line(string criterion, string version, string judge, long total, long scored, long abstained, long notApplicable, long errored) => new()
    {
        Criterion = criterion, BotVersion = version, Judge = judge, Total = total, Scored = scored, Abstained = abstained, NotApplicable = notApplicable,
        Unparsable = 0, SkippedByBudget = 0, Errored = errored,
    };
}
