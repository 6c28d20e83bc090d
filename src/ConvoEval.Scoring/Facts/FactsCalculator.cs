using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Facts;

/// <summary>
/// Boils a conversation with its labels and verdicts down to the row that all KPI formulas read (one definition of
/// turn, goal, hand-over and time for all of them). Pure and safe to call from several threads; O(turns + verdicts).
/// </summary>
public sealed class FactsCalculator
{
    private readonly FactsOptions _options;

    /// <summary>Makes a calculator for conversations of one source.</summary>
    public FactsCalculator(FactsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>The facts of one masked conversation. What its source does not tell is null.</summary>
    public ConversationFacts Calculate(
        Conversation conversation, IReadOnlyList<LabelledTurn> labels, IReadOnlyList<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(verdicts);
        var turnLabels = BeliefComparison.LabelsOf(labels);
        var users = UserTurns(conversation, turnLabels);
        var goals = GoalFacts.Of(conversation, verdicts, _options);
        var responses = ResponseFacts.Of(verdicts);
        var fallbacks = FallbackFacts.Of(conversation, verdicts, _options);
        return new ConversationFacts
        {
            Key = conversation.Key,
            Revision = conversation.Revision,
            BotVersion = conversation.BotVersion,
            ScenarioId = conversation.ScenarioId,
            Trial = conversation.Trial,
            Night = TimingFacts.Night(conversation),
            UserKey = conversation.UserKey,
            Intent = users.Intent,
            ExcludedBecause = Eligibility.ExcludedBecause(conversation),
            GoalsOpened = goals?.Opened,
            GoalsReached = goals?.Reached,
            GoalsUnscored = goals?.Unscored ?? 0,
            IsEscalated = EscalationFacts.IsEscalated(conversation, _options),
            IsAbandoned = IsAbandoned(conversation, goals),
            UserTurns = users.Count,
            BotTurns = fallbacks.BotTurns,
            FallbackTurns = fallbacks.FallbackTurns,
            ReAsks = ReAsks(verdicts),
            FirstResponseSeconds = TimingFacts.FirstResponseSeconds(conversation),
            HandlingSeconds = TimingFacts.HandlingSeconds(conversation),
            CostUsd = TimingFacts.CostUsd(conversation),
            ResponsesPassed = responses.Passed,
            ResponsesFailed = responses.Failed,
            ResponsesAbstained = responses.Abstained,
            ResponsesUncovered = responses.Uncovered,
            ResponsesUnscored = responses.Unscored,
            CriticalStatements = responses.CriticalStatements,
            BeliefTurns = users.Compared,
            BeliefDisagreements = users.Disagreements,
            OutOfScopeTurns = _options.IsClassified || labels.Count > 0 ? users.OutOfScope : null,
        };
    }

    private UserTurnFacts UserTurns(Conversation conversation, Dictionary<int, TurnLabel> labels)
    {
        var facts = default(UserTurnFacts);
        foreach (var turn in conversation.Turns)
        {
            if (!TurnView.IsUserWithContent(turn))
                continue;
            facts.Count++;
            labels.TryGetValue(turn.Index, out var label);
            if (label is { IsOutOfScope: true })
                facts.OutOfScope++;
            else if (label is not null && facts.Intent is null && !_options.SmallTalkIntents.Contains(label.Intent))
                facts.Intent = label.Intent;
            if (BeliefComparison.Of(turn, label, _options.ClassifierIntents) is not { } both)
                continue;
            facts.Compared++;
            if (both.Bot != both.Classifier)
                facts.Disagreements++;
        }

        return facts;
    }

    /// <summary>
    /// True when the source says that the user went away, or nobody wrote any more, with a goal known to be missed.
    /// Null when the end or the outcome of the goals is unknown.
    /// </summary>
    private static bool? IsAbandoned(Conversation conversation, GoalFacts? goals)
    {
        var wentAway = conversation.EndReason is EndReason.UserLeft or EndReason.Timeout;
        foreach (var turn in conversation.Turns)
            wentAway |= (turn.Signals & TurnSignals.Abandoned) != 0;
        if (!wentAway)
            return conversation.EndReason == EndReason.Unknown ? null : false;
        return goals?.IsEveryGoalReached is { } isReached ? !isReached : null;
    }

    private static int ReAsks(IReadOnlyList<Verdict> verdicts)
    {
        HashSet<int>? turns = null;
        foreach (var verdict in verdicts)
        {
            if (verdict is Verdict.Graded { Criterion: Criteria.ReAsk, TurnIndex: { } turn } graded
                && !GoalFacts.IsPass(graded.Grade))
                (turns ??= []).Add(turn);
        }

        return turns?.Count ?? 0;
    }

    private record struct UserTurnFacts(int Count, string? Intent, int OutOfScope, int Compared, int Disagreements);
}
