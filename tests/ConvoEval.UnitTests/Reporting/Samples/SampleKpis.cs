using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.UnitTests.Reporting.Samples;

/// <summary>
/// A KPI dictionary and estimates as a bank's bot could have them. All numbers are invented; the reports only have to carry them unchanged.
/// </summary>
internal static class SampleKpis
{
    public const string RulesHash = "5f2d8a4c0b7e41d39a60c1f2b8e7d6a5948372615f0e9d8c7b6a594837261504";

    public static IReadOnlyList<KpiDefinition> Definitions { get; } =
    [
        Define("goal_completion", "Goal completion", "Do users get what they came for, from the bot alone?", KpiUnit.Share,
            KpiDirection.HigherIsBetter, 0.70, 0.50, 0.05, "Head of digital service", "containment",
            "Conversations in which every opened goal was reached without a person / conversations with a goal and a known outcome"),
        Define("content_adherence", "Content adherence", "Does the bot say what the bank approved?", KpiUnit.Share,
            KpiDirection.HigherIsBetter, 0.85, 0.60, 0.05, "Knowledge team", "fallback", "Responses that adhere / responses that a golden answer covers"),
        Define("containment", "Containment", "How many conversations need no person?", KpiUnit.Share,
            KpiDirection.HigherIsBetter, 0.80, 0.60, 0.05, "Contact centre lead", "goal_completion", "Conversations without hand-over / counted conversations"),
        Define("fallback", "Fallback rate", "How often does the bot not understand?", KpiUnit.Share,
            KpiDirection.LowerIsBetter, 0.08, 0.20, 0.03, "Conversation design", "content_adherence", "Bot turns that fell back / bot turns"),
        Define("first_response_time", "First response time", "How long until the first answer?", KpiUnit.Seconds,
            KpiDirection.LowerIsBetter, 2.0, 6.0, 0.5, "Platform team", null, "Mean seconds from the first user turn to the first bot turn"),
        Define("cost_per_conversation", "Cost per conversation", "What does a conversation cost?", KpiUnit.Usd,
            KpiDirection.LowerIsBetter, 0.80, 2.00, 0.25, "Platform team", "goal_completion", "Costs / counted conversations"),
        Define("handling_time", "Handling time", "How long does a conversation take?", KpiUnit.Seconds,
            KpiDirection.LowerIsBetter, null, null, 30, "Contact centre lead", null, "Mean seconds from the first to the last message") with { IsPinned = false },
        Define("escalation", "Escalation", "How often is a person asked for?", KpiUnit.Share,
            KpiDirection.LowerIsBetter, null, null, 0.05, null, null, "Conversations with a hand-over asked or made / counted conversations") with { IsPinned = false },
    ];

    public static IReadOnlyList<Estimate> Estimates { get; } =
    [
        Share("goal_completion", "A", 78, 121, 0.555, 0.724, 4), Share("goal_completion", "B", 97, 124, 0.702, 0.846, 2),
        .. Intents("goal_completion", "A", [("card_lost_stolen", 14, 22, 0.43, 0.80), ("card_delivery", 9, 18, 0.29, 0.71), ("account_close", 3, 9, 0.12, 0.65)]),
        .. Intents("goal_completion", "B", [("card_lost_stolen", 31, 34, 0.77, 0.97), ("card_delivery", 11, 17, 0.41, 0.83), ("account_close", 2, 8, 0.07, 0.59)]),
        Unlicensed("A", 0.836, 311), Unlicensed("B", 0.871, 328),
        Share("containment", "A", 104, 130, 0.723, 0.860, 0), Share("containment", "B", 112, 130, 0.792, 0.910, 0),
        Ratio("fallback", "A", 0.094, 0.071, 0.117, 618), Ratio("fallback", "B", 0.121, 0.095, 0.147, 655),
        Mean("first_response_time", "A", 1.42, 1.31, 1.53, 130, null), Mean("first_response_time", "B", 1.71, 1.60, 1.82, 130, null),
        Mean("first_response_time", "A", 1.2, 1.1, 1.3, 130, "stat=median"), Mean("first_response_time", "B", 1.5, 1.4, 1.6, 130, "stat=median"),
        Mean("first_response_time", "A", 3.1, 2.6, 4.0, 130, "stat=p95"), Mean("first_response_time", "B", 3.3, 2.9, 4.4, 130, "stat=p95"),
        Mean("cost_per_conversation", "A", 0.412, 0.371, 0.453, 130, null), Mean("cost_per_conversation", "B", 0.438, 0.395, 0.481, 130, null),
        Mean("handling_time", "A", 212, 190, 234, 130, null), Mean("handling_time", "B", 188, 170, 206, 130, null),
        Missing("escalation", "A", "cannot be computed from this source: no hand-over events"),
        Missing("escalation", "B", "cannot be computed from this source: no hand-over events"),
    ];

    public static IReadOnlyList<KpiComparison> Comparisons { get; } =
    [
        Compare("goal_completion", 0.1376, 0.031, 0.241, ComparisonVerdict.Better, "better") with
        {
            Pairs = 118, OnlyOld = 9, OnlyNew = 25, PValue = 0.0087, Mix = 0.021, Within = 0.109, Entered = 0.0076, Left = 0,
            Explanation = "118 scenarios were run on both versions; 6 conversations of B and 3 of A had no partner.",
            Strata =
            [
                Stratum("card_lost_stolen", 22, 34, 0.636, 0.912, 0.004, 0.061), Stratum("card_delivery", 18, 17, 0.5, 0.647, 0.001, 0.021),
                Stratum("fraud_report", 15, 16, 0.6, 0.75, 0.002, 0.018), Stratum("pin_blocked", 14, 12, 0.714, 0.75, 0.001, 0.004),
                Stratum("loan_enquiry", 12, 14, 0.75, 0.786, 0.006, 0.004), Stratum("balance", 16, 14, 0.875, 0.857, 0.004, -0.002),
                Stratum("statement", 11, 8, 0.636, 0.625, 0.002, -0.001), Stratum("other", 13, 9, 0.538, 0.556, 0.001, 0.004),
            ],
        },
        Compare("content_adherence", null, null, null, ComparisonVerdict.NotComparable, "no_data") with
            { Explanation = "The judge of content adherence is not licensed, so its rates are no adherence." },
        Compare("containment", 0.0615, -0.028, 0.151, ComparisonVerdict.NoWorse, "non_inferior") with { Pairs = 118, OnlyOld = 8, OnlyNew = 15, PValue = 0.152 },
        Compare("fallback", 0.027, -0.008, 0.062, ComparisonVerdict.NotEnoughData, "inconclusive") with { NeededPerVersion = 412, Mix = 0.004, Within = 0.023 },
        Compare("first_response_time", 0.29, 0.14, 0.44, ComparisonVerdict.NoWorse, "no_worse_but_lower"),
        Compare("cost_per_conversation", 0.026, -0.033, 0.085, ComparisonVerdict.NoWorse, "equivalent"),
        Compare("handling_time", -24, -52, 4, ComparisonVerdict.NoWorse, "non_inferior"),
        Compare("escalation", null, null, null, ComparisonVerdict.NotComparable, "no_data"),
    ];

    public static KpiComparison Compare(string kpi, double? difference, double? low, double? high, ComparisonVerdict verdict, string state) => new()
    {
        KpiId = kpi, From = "A", To = "B", Difference = difference, Low = low, High = high, Level = 0.95, Method = "newcombe_10", Pairs = 0,
        Margin = Definitions.First(definition => definition.Id == kpi).Margin, Verdict = verdict, State = state,
    };

    public static Estimate Share(string kpi, string version, double numerator, long scored, double low, double high, long unscored) => new()
    {
        KpiId = kpi, BotVersion = version, Value = numerator / scored, Low = low, High = high, Level = 0.95, Method = "wilson",
        Numerator = numerator, Denominator = scored, Scored = scored, Unscored = unscored,
        UnscoredAsFail = unscored == 0 ? null : numerator / (scored + unscored),
        UnscoredAsPass = unscored == 0 ? null : (numerator + unscored) / (scored + unscored),
    };

    private static KpiDefinition Define(string id, string name, string question, KpiUnit unit, KpiDirection direction, double? target, double? red,
        double? margin, string? owner, string? guard, string formula) => new()
        {
            Id = id, Version = 1, Name = name, Question = question, Formula = formula, Denominator = "a counted conversation", Needs = ["turns"],
            Unit = unit, Direction = direction, Target = target, RedLine = red, Margin = margin, Owner = owner, GuardKpiId = guard, IsPinned = true,
        };

    private static IEnumerable<Estimate> Intents(string kpi, string version, IEnumerable<(string Name, double Part, long Whole, double Low, double High)> cells) =>
        cells.Select(cell => Share(kpi, version, cell.Part, cell.Whole, cell.Low, cell.High, 0) with { Segment = "intent=" + cell.Name });

    private static Estimate Unlicensed(string version, double raw, long scored) => new()
    {
        KpiId = "content_adherence", BotVersion = version, Level = 0.95, Method = "none", Scored = scored, Unscored = 0, Raw = raw, JudgeHash = RulesHash,
        MissingBecause = "judge not licensed: the lower bound of its specificity on the golden set is .41, below .50",
    };

    private static Estimate Ratio(string kpi, string version, double value, double low, double high, long scored) => new()
    {
        KpiId = kpi, BotVersion = version, Value = value, Low = low, High = high, Level = 0.95, Method = "ratio_linearised_t",
        Numerator = value * scored, Denominator = scored, Scored = scored, Unscored = 0,
    };

    private static Estimate Mean(string kpi, string version, double value, double low, double high, long scored, string? segment) => new()
    {
        KpiId = kpi, BotVersion = version, Segment = segment, Value = value, Low = low, High = high, Level = 0.95,
        Method = segment is null ? "mean_t" : "order_statistics", Numerator = value * scored, Denominator = scored, Scored = scored, Unscored = 0,
    };

    private static Estimate Missing(string kpi, string version, string because) => new()
    {
        KpiId = kpi, BotVersion = version, Level = 0.95, Method = "none", Scored = 0, Unscored = 130, MissingBecause = because,
    };

    private static ComparisonStratum Stratum(string name, long old, long @new, double valueOld, double valueNew, double mix, double within) => new()
    {
        Name = name, CountOld = old, CountNew = @new, ValueOld = valueOld, ValueNew = valueNew, Mix = mix, Within = within,
    };
}
