using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Rules;

/// <summary>
/// Finds user turns that ask again what an earlier one asked. Gives verdicts only for those turns. A lower bound on effort: a paraphrase with other words is
/// missed. Looks back over at most <see cref="LookBack"/> user turns, so that the work stays linear. Thread-safe.
/// </summary>
public sealed class ReAskJudge : IConversationJudge
{
    private const string Rules = "1";
    private const int LookBack = 6;
    private const int MaximumLength = 1_000;

    /// <summary>Shorter messages (yes, thanks, a number) repeat without being asked again.</summary>
    private const int MinimumTokens = 3;

    /// <inheritdoc/>
    public JudgeDigest Digest { get; } = RuleDigest.Of("rules/re-ask", Rules, []);

    /// <inheritdoc/>
    public string Criterion => "re_ask";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Verdict>> JudgeAsync(ConversationToJudge conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();
        List<Verdict>? verdicts = null;
        var earlier = new List<(Turn Turn, AskedText Text)>();
        foreach (var turn in conversation.Conversation.Turns)
        {
            if (turn.Role != TurnRole.User || turn.Text.Length > MaximumLength)
                continue;
            var text = new AskedText(turn.Text);
            if (text.TokenCount < MinimumTokens)
                continue;
            if (FirstAsked(text, earlier) is { } first)
                (verdicts ??= []).Add(Fail(turn, first));
            earlier.Add((turn, text));
            if (earlier.Count > LookBack)
                earlier.RemoveAt(0);
        }

        return new ValueTask<IReadOnlyList<Verdict>>(verdicts ?? (IReadOnlyList<Verdict>)[]);
    }

    private static Turn? FirstAsked(AskedText text, List<(Turn Turn, AskedText Text)> earlier)
    {
        foreach (var before in earlier)
            if (ReAsk.Of(before.Text, text).IsRepeated)
                return before.Turn;
        return null;
    }

    private Verdict.Graded Fail(Turn turn, Turn first) => new()
    {
        Criterion = Criterion,
        TurnIndex = turn.Index,
        Judge = Digest,
        Grade = Grade.Fail,
        ReasonCode = "asked_again",
        Explanation = $"asks again what turn {first.Index} asked",
        Evidence = [RuleEvidence.Whole(turn), RuleEvidence.Whole(first)],
    };
}
