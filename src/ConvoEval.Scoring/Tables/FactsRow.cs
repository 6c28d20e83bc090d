using System;
using ConvoEval.Domain.Runs;

namespace ConvoEval.Scoring.Tables;

/// <summary>
/// The facts of one eligible conversation in a fixed size, so that a million of them fit. Names are numbers of the
/// table's lists; −1 = unknown everywhere, also for times and cost, which cannot be negative.
/// </summary>
internal struct FactsRow
{
    public const int Unknown = -1;

    public int Version;
    public int Intent;
    public int User;
    public int Scenario;
    public int Trial;

    /// <summary>Day number of the night.</summary>
    public int Night;
    public int GoalsOpened;
    public int GoalsReached;
    public int GoalsUnscored;
    public int UserTurns;
    public int BotTurns;
    public int FallbackTurns;
    public int ResponsesPassed;
    public int ResponsesFailed;

    /// <summary>Abstained and unscored ones together: a grade is owed and missing.</summary>
    public int ResponsesUngraded;
    public int CriticalStatements;
    public sbyte IsEscalated;
    public sbyte IsAbandoned;
    public double FirstResponseSeconds;
    public double HandlingSeconds;
    public double CostUsd;

    /// <summary>
    /// Stable hash of the conversation's key: the canonical order of rows, whatever order they came in.
    /// </summary>
    public ulong KeyHash;

    /// <summary>Null = the judge could not tell, or no goal was opened, or goals are not defined.</summary>
    public readonly bool? IsEveryGoalReached =>
        GoalsOpened <= 0 || GoalsReached < 0 ? null
        : GoalsReached + GoalsUnscored < GoalsOpened ? false
        : GoalsUnscored > 0 ? null : true;

    public static FactsRow Of(ConversationFacts facts)
    {
        if ((facts.GoalsReached ?? 0) + facts.GoalsUnscored > (facts.GoalsOpened ?? int.MaxValue))
            throw Broken(
                facts,
                nameof(facts.GoalsReached),
                FormattableString.Invariant($"{facts.GoalsReached} with {facts.GoalsUnscored} unscored"),
                FormattableString.Invariant($"at most {facts.GoalsOpened} together"));
        return New(facts);
    }

    private static FactsRow New(ConversationFacts facts) => new()
    {
        Trial = facts.Trial,
        Night = facts.Night?.DayNumber ?? Unknown,
        GoalsOpened = Count(facts, facts.GoalsOpened, nameof(facts.GoalsOpened)),
        GoalsReached = Count(facts, facts.GoalsReached, nameof(facts.GoalsReached)),
        GoalsUnscored = Count(facts, facts.GoalsUnscored, nameof(facts.GoalsUnscored)),
        UserTurns = Count(facts, facts.UserTurns, nameof(facts.UserTurns)),
        BotTurns = Count(facts, facts.BotTurns, nameof(facts.BotTurns)),
        FallbackTurns = Count(facts, facts.FallbackTurns, nameof(facts.FallbackTurns), facts.BotTurns),
        ResponsesPassed = Count(facts, facts.ResponsesPassed, nameof(facts.ResponsesPassed)),
        ResponsesFailed = Count(facts, facts.ResponsesFailed, nameof(facts.ResponsesFailed)),
        ResponsesUngraded = Count(facts, facts.ResponsesUnscored, nameof(facts.ResponsesUnscored))
            + Count(facts, facts.ResponsesAbstained, nameof(facts.ResponsesAbstained)),
        CriticalStatements = Count(facts, facts.CriticalStatements, nameof(facts.CriticalStatements)),
        IsEscalated = Answer(facts.IsEscalated),
        IsAbandoned = Answer(facts.IsAbandoned),
        FirstResponseSeconds = Amount(facts, facts.FirstResponseSeconds, nameof(facts.FirstResponseSeconds)),
        HandlingSeconds = Amount(facts, facts.HandlingSeconds, nameof(facts.HandlingSeconds)),
        CostUsd = Amount(facts, facts.CostUsd, nameof(facts.CostUsd)),
    };

    private static sbyte Answer(bool? known) => known switch { null => -1, false => 0, true => 1 };

    private static int Count(ConversationFacts facts, int? count, string name, int most = int.MaxValue) =>
        count is null ? Unknown
        : count >= 0 && count <= most ? count.Value
        : throw Broken(facts, name, FormattableString.Invariant($"{count}"), FormattableString.Invariant($"0 to {most}"));

    private static double Amount(ConversationFacts facts, double? amount, string name) =>
        amount is null ? Unknown
        : double.IsFinite(amount.Value) && amount >= 0 ? amount.Value
        : throw Broken(facts, name, FormattableString.Invariant($"{amount}"), "a finite number, 0 or above");

    private static ArgumentException Broken(ConversationFacts facts, string name, string found, string expected) =>
        new($"Facts of {facts.Key}: {name} is {found}; expected {expected}, or null when unknown.");
}
