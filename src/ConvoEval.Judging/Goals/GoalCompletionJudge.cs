using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Rules;

namespace ConvoEval.Judging.Goals;

/// <summary>
/// Says of each goal of a conversation whether the bot reached it, by what the log shows: event, successful tool call, expected actions, intent, phrase. One
/// verdict per opened goal; of alternatives of one wish, those not needed are not applicable. Thread-safe; linear in the conversation.
/// </summary>
public sealed class GoalCompletionJudge : IConversationJudge
{
    private const string Rules = "2";

    private readonly OpenedGoals _opened;

    /// <summary>Makes a judge for the goals of a workspace.</summary>
    public GoalCompletionJudge(IReadOnlyList<GoalDefinition> goals, GoalJudgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(goals);
        ArgumentNullException.ThrowIfNull(options);
        _opened = new OpenedGoals(goals, options);
        Digest = RuleDigest.Of("rules/goal-completion", Rules, goals.SelectMany(Describe).Append(options.MinimumConfidence.ToString("R", CultureInfo.InvariantCulture))
            .Append(options.FurtherConfidence.ToString("R", CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public JudgeDigest Digest { get; }

    /// <inheritdoc/>
    public string Criterion => "goal_completion";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Verdict>> JudgeAsync(ConversationToJudge conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();
        var wishes = _opened.Of(conversation.Conversation, conversation.Labels);
        if (wishes.Count == 0)
            return new ValueTask<IReadOnlyList<Verdict>>((IReadOnlyList<Verdict>)[]);
        var finder = new GoalEvidenceFinder(conversation.Conversation, conversation.Labels);
        var byGoal = new Dictionary<string, (Verdict Verdict, int Rank)>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var wish in wishes)
        {
            foreach (var (goal, verdict, rank) in Judge(wish, finder))
            {
                if (!byGoal.TryGetValue(goal, out var known))
                    order.Add(goal);
                if (known.Verdict is null || rank > known.Rank)
                    byGoal[goal] = (verdict, rank);
            }
        }

        return new ValueTask<IReadOnlyList<Verdict>>([.. order.Select(goal => byGoal[goal].Verdict)]);
    }

    /// <summary>Pass outranks fail, fail outranks not applicable, when two wishes open the same goal.</summary>
    private IEnumerable<(string Goal, Verdict Verdict, int Rank)> Judge(IReadOnlyList<GoalDefinition> alternatives, GoalEvidenceFinder finder)
    {
        var reached = alternatives.Select(goal => finder.Find(goal)).ToList();
        var isServed = reached.Exists(found => found is not null);
        for (var i = 0; i < alternatives.Count; i++)
        {
            var goal = alternatives[i].Id;
            if (reached[i] is { } found)
                yield return (goal, Graded(goal, Grade.Pass, found), 2);
            else if (!isServed && i == 0)
                yield return (goal, Graded(goal, Grade.Fail, new ReachedGoal("not_reached", "nothing in the log shows that the bot reached it", [])), 1);
            else
                yield return (goal, NotApplicable(goal, isServed ? "alternative_reached" : "alternative_not_reached"), 0);
        }
    }

    private Verdict.Graded Graded(string goal, Grade grade, ReachedGoal found) => new()
    {
        Criterion = Criterion,
        SubjectId = goal,
        Judge = Digest,
        Grade = grade,
        ReasonCode = found.ReasonCode,
        Explanation = found.Explanation,
        Evidence = found.Evidence,
    };

    private Verdict.NotApplicable NotApplicable(string goal, string reason) => new()
    {
        Criterion = Criterion,
        SubjectId = goal,
        Judge = Digest,
        ReasonCode = reason,
    };

    private static IEnumerable<string> Describe(GoalDefinition goal)
    {
        yield return goal.Id;
        yield return string.Join('|', goal.OpenedByIntents);
        foreach (var evidence in goal.ReachedBy)
        {
            yield return evidence switch
            {
                GoalEvidence.Event e => string.Create(CultureInfo.InvariantCulture, $"event {e.Type} {e.Name} {e.MinAmount}"),
                GoalEvidence.Tool tool => $"tool {tool.Name}",
                GoalEvidence.Intent intent => $"intent {intent.Name}",
                GoalEvidence.Phrase phrase => $"phrase {phrase.IsSaidByUser} {string.Join('|', phrase.AnyOf)}",
                GoalEvidence.ExpectedActions actions => $"expected_actions {string.Join('|', actions.ReadOnlyTools)}",
                _ => throw new UnreachableException(),
            };
        }
    }
}
