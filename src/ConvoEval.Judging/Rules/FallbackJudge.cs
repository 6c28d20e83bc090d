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
/// Finds the bot turns that fell back: by the bot's own flag or the platform's no-match signal on the user turn before, by wording, and by a bot that says
/// the same twice in a row. Gives verdicts only for those turns; a turn without one did not fall back as far as rules can see. Thread-safe; linear in the text.
/// </summary>
public sealed class FallbackJudge : IConversationJudge
{
    private const string Rules = "1";

    /// <summary>Longest text that is looked at: fallbacks are short.</summary>
    private const int MaximumLength = 2_000;

    /// <inheritdoc/>
    public JudgeDigest Digest { get; } = RuleDigest.Of("rules/fallback", Rules, []);

    /// <inheritdoc/>
    public string Criterion => "fallback";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Verdict>> JudgeAsync(ConversationToJudge conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();
        List<Verdict>? verdicts = null;
        Turn? user = null, bot = null;
        foreach (var turn in conversation.Conversation.Turns)
        {
            switch (turn.Role)
            {
                case TurnRole.User:
                    user = turn;
                    break;
                case TurnRole.Bot when turn.Text.Length > 0:
                    if (user is not null && Reason(turn, user, bot) is { } reason)
                        (verdicts ??= []).Add(Fail(turn, reason));
                    bot = turn;
                    break;
                default:
                    break;
            }
        }

        return new ValueTask<IReadOnlyList<Verdict>>(verdicts ?? (IReadOnlyList<Verdict>)[]);
    }

    private static (string Code, string Words)? Reason(Turn turn, Turn user, Turn? before)
    {
        // The flag speaks of the answer to that user turn: only the first bot turn behind it.
        var isFirstAnswer = before is null || before.Index < user.Index;
        if (isFirstAnswer && user.Belief?.IsFallback is { } flag)
        {
            if (flag)
                return ("bot_flag", "the bot's own log marks a fallback");
        }
        else if (isFirstAnswer && (user.Signals & TurnSignals.NoMatch) != 0)
        {
            return ("no_match", "the platform matched no intent");
        }

        if (turn.Text.Length <= MaximumLength && FallbackPhrases.Hits(turn.Text) is { Count: > 0 } hits)
            return ("wording", $"the wording of a fallback: \"{hits[0]}\"");
        return before is not null && before.Index < user.Index && IsRepetition(before.Text, turn.Text)
            ? ("repetition", "the bot says the same again")
            : null;
    }

    private static bool IsRepetition(string before, string now) =>
        now.Length is > 20 and <= MaximumLength && before.AsSpan().Trim().Equals(now.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    private Verdict.Graded Fail(Turn turn, (string Code, string Words) reason) => new()
    {
        Criterion = Criterion,
        TurnIndex = turn.Index,
        Judge = Digest,
        Grade = Grade.Fail,
        ReasonCode = reason.Code,
        Explanation = reason.Words,
        Evidence = [RuleEvidence.Whole(turn)],
    };
}
