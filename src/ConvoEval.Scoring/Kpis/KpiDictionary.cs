using System.Collections.Generic;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Kpis;

/// <summary>
/// The KPIs that can be calculated. Owner, target, red line and margin are decisions of a team and stay empty here:
/// without them no verdict "no worse" is given.
/// </summary>
public static class KpiDictionary
{
    /// <summary>All KPIs in board order, pinned ones first.</summary>
    public static IReadOnlyList<KpiDefinition> Default { get; } =
    [
        new KpiDefinition
        {
            Id = KpiIds.GoalCompletion,
            Version = 1,
            Name = "Goal completion",
            Question = "Do people get what they came for, without a human?",
            Formula = "conversations in which the bot alone reached every opened goal / conversations that opened a goal and whose "
                + "outcome is known",
            Denominator = "an eligible conversation with a goal",
            Needs = ["goals of the workspace", "verdicts of goal_completion"],
            Unit = KpiUnit.Share,
            Direction = KpiDirection.HigherIsBetter,
            GuardKpiId = KpiIds.ContentAdherence,
            IsPinned = true,
        },
        new KpiDefinition
        {
            Id = KpiIds.ContentAdherence,
            Version = 1,
            Name = "Content adherence",
            Question = "Does the bot say what the approved answers say?",
            Formula = "responses that adhere to the golden answers / responses that a golden answer covers; estimated from a judge by "
                + "what people said of the same judge's verdicts",
            Denominator = "a response that a golden answer covers",
            Needs = ["golden answers", "verdicts of content_adherence", "a licensed judge or 50 random reviews"],
            Unit = KpiUnit.Share,
            Direction = KpiDirection.HigherIsBetter,
            GuardKpiId = KpiIds.Fallback,
            IsPinned = true,
            MinimumScored = 50,
        },
        new KpiDefinition
        {
            Id = KpiIds.Containment,
            Version = 1,
            Name = "Containment",
            Question = "How many conversations stay with the bot?",
            Formula = "conversations without a hand-over asked, made or failed / eligible conversations for which that is known; one "
                + "that the user gave up counts as contained, so read it beside the outcome bar",
            Denominator = "an eligible conversation",
            Needs = ["hand-over events, signals, end reasons or turns of human agents"],
            Unit = KpiUnit.Share,
            Direction = KpiDirection.HigherIsBetter,
            GuardKpiId = KpiIds.GoalCompletion,
            IsPinned = true,
        },
        new KpiDefinition
        {
            Id = KpiIds.Fallback,
            Version = 1,
            Name = "Fallback",
            Question = "How often does the bot not understand?",
            Formula = "bot turns that fell back / bot turns, without automatic greetings and human agents",
            Denominator = "a bot turn",
            Needs = ["fallback flags of the bot, or the judge of fallbacks"],
            Unit = KpiUnit.Share,
            Direction = KpiDirection.LowerIsBetter,
            GuardKpiId = KpiIds.ContentAdherence,
            IsPinned = true,
        },
        new KpiDefinition
        {
            Id = KpiIds.FirstResponseTime,
            Version = 1,
            Name = "First response time",
            Question = "How long do people wait for the first answer?",
            Formula = "sum of seconds from the first user turn to the first bot message after it / conversations for which it is known; "
                + "median and 95th percentile stand beside the mean",
            Denominator = "an eligible conversation that the bot answered",
            Needs = ["latencies or times of turns"],
            Unit = KpiUnit.Seconds,
            Direction = KpiDirection.LowerIsBetter,
            GuardKpiId = KpiIds.GoalCompletion,
            IsPinned = true,
        },
        new KpiDefinition
        {
            Id = KpiIds.CostPerConversation,
            Version = 1,
            Name = "Cost per conversation",
            Question = "What does a conversation cost?",
            Formula = "sum of costs / eligible conversations with a known cost",
            Denominator = "an eligible conversation",
            Needs = ["costs of conversations or turns"],
            Unit = KpiUnit.Usd,
            Direction = KpiDirection.LowerIsBetter,
            GuardKpiId = KpiIds.GoalCompletion,
            IsPinned = true,
        },
        new KpiDefinition
        {
            Id = KpiIds.Escalation,
            Version = 1,
            Name = "Escalation",
            Question = "How often is a human asked for or brought in?",
            Formula = "conversations with a hand-over asked, made or failed / eligible conversations for which that is known",
            Denominator = "an eligible conversation",
            Needs = ["hand-over events, signals, end reasons or turns of human agents"],
            Unit = KpiUnit.Share,
            Direction = KpiDirection.LowerIsBetter,
            GuardKpiId = KpiIds.GoalCompletion,
        },
        new KpiDefinition
        {
            Id = KpiIds.HandlingTime,
            Version = 1,
            Name = "Handling time",
            Question = "How long does a conversation take?",
            Formula = "sum of seconds from the first to the last message / eligible conversations for which both times are known",
            Denominator = "an eligible conversation",
            Needs = ["times of the first and last message"],
            Unit = KpiUnit.Seconds,
            Direction = KpiDirection.LowerIsBetter,
            GuardKpiId = KpiIds.GoalCompletion,
        },
    ];
}
