using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Pipeline.Batches;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Judges again what a finished run left unscored, and only that. New verdicts point to the ones they supersede.</summary>
internal sealed class UnscoredRetry(RunParts parts, BatchWork work)
{
    /// <summary>Conversations held at once.</summary>
    private const int Page = 64;

    /// <summary>How many verdicts were filled in.</summary>
    public async Task<long> DoAsync(RunId run, RunRequest request, CancellationToken cancellationToken)
    {
        var filter = new VerdictFilter { IsUnscoredOnly = true, Reason = request.RetryReason };
        var owed = new Dictionary<ConversationKey, List<Verdict>>();
        await foreach (var stored in parts.Reader.ReadVerdictsAsync(run, filter, cancellationToken).ConfigureAwait(false))
        {
            if (!owed.TryGetValue(stored.Key, out var list))
                owed[stored.Key] = list = [];
            list.Add(stored.Verdict);
        }

        long filled = 0;
        foreach (var page in owed.Keys.Order().Chunk(Page))
        {
            await foreach (var conversation in parts.Reader.ReadConversationsAsync(run, page, cancellationToken).ConfigureAwait(false))
                filled += await RetryAsync(run, conversation, owed[conversation.Conversation.Key], cancellationToken).ConfigureAwait(false);
        }

        return filled;
    }

    private async Task<long> RetryAsync(RunId run, StoredConversation stored, List<Verdict> owed, CancellationToken cancellationToken)
    {
        var (verdicts, facts) = await work.JudgeAgainAsync(stored, cancellationToken).ConfigureAwait(false);
        var better = verdicts
            .Where(verdict => verdict is not Verdict.Unscored && owed.Any(old => IsSameItem(old, verdict)))
            .ToList();
        if (better.Count == 0)
            return 0;
        await parts.Verdicts.AppendRetriedAsync(
            run, stored.Conversation.Key, stored.Conversation.Revision, better, facts, cancellationToken).ConfigureAwait(false);
        return better.Count;
    }

    private static bool IsSameItem(Verdict old, Verdict verdict) =>
        old.Criterion == verdict.Criterion && old.TurnIndex == verdict.TurnIndex && old.SubjectId == verdict.SubjectId
        && old.Judge.Judge == verdict.Judge.Judge;
}
