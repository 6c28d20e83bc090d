using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Inference.Intents;
using ConvoEval.Ingestion.Redaction;
using ConvoEval.Judging.Contracts;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Scoring.Facts;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Batches;

/// <summary>Masks, labels and judges the conversations of a batch and takes their facts. Thread-safe; the result depends on the batch alone.</summary>
internal sealed class BatchWork(
    ConversationRedactor redactor,
    string redactionVersion,
    IIntentClassifier? classifier,
    IReadOnlyList<IConversationJudge> judges,
    FactsCalculator facts,
    FaultPoints faults)
{
    public async Task<BatchRecord> DoAsync(RawBatch batch, CancellationToken cancellationToken)
    {
        var counters = new Dictionary<string, long>(batch.Counters, StringComparer.Ordinal);
        var masked = new List<MaskedConversation>(batch.Conversations.Count);
        foreach (var raw in batch.Conversations)
            masked.Add(Mask(raw, counters));
        var labels = Label(masked);
        faults.Pass(FaultPoints.JudgeBeforeCall);
        var records = new List<ConversationRecord>(masked.Count);
        for (var i = 0; i < masked.Count; i++)
            records.Add(await JudgeAsync(masked[i], labels[i], cancellationToken).ConfigureAwait(false));
        faults.Pass(FaultPoints.JudgeAfterCall);
        return new BatchRecord
        {
            Number = batch.Number,
            Conversations = records,
            Rejected = batch.Rejected,
            Counters = counters,
        };
    }

    /// <summary>Judges a stored conversation again and gives its verdicts and facts.</summary>
    public async Task<(IReadOnlyList<Verdict> Verdicts, Domain.Runs.ConversationFacts Facts)> JudgeAgainAsync(
        StoredConversation stored, CancellationToken cancellationToken)
    {
        var verdicts = await VerdictsAsync(stored.Conversation, stored.Labels, cancellationToken).ConfigureAwait(false);
        return (verdicts, facts.Calculate(stored.Conversation, stored.Labels, verdicts));
    }

    private MaskedConversation Mask(RawConversation raw, Dictionary<string, long> counters)
    {
        var redacted = redactor.Redact(raw.Conversation);
        foreach (var (entity, count) in redacted.ByEntity)
            BatchCounters.Add(counters, BatchCounters.Masked, entity, count);
        return new MaskedConversation(redacted.Masked, raw, redacted.SpanCount);
    }

    private IReadOnlyList<LabelledTurn>[] Label(List<MaskedConversation> conversations)
    {
        var labels = new IReadOnlyList<LabelledTurn>[conversations.Count];
        Array.Fill(labels, []);
        if (classifier is null || conversations.Count == 0)
            return labels;
        var texts = new List<string>();
        foreach (var conversation in conversations)
            foreach (var turn in conversation.Conversation.Turns)
                if (IsLabelled(turn))
                    texts.Add(turn.Text);
        faults.Pass(FaultPoints.ModelBeforeCall);
        var answers = classifier.Classify(texts);
        faults.Pass(FaultPoints.ModelAfterCall);
        var next = 0;
        for (var i = 0; i < conversations.Count; i++)
        {
            var own = new List<LabelledTurn>();
            foreach (var turn in conversations[i].Conversation.Turns)
                if (IsLabelled(turn))
                    own.Add(new LabelledTurn(turn.Index, answers[next++]));
            labels[i] = own;
        }

        return labels;
    }

    private static bool IsLabelled(Turn turn) => turn.Role == TurnRole.User && !string.IsNullOrWhiteSpace(turn.Text);

    private async Task<ConversationRecord> JudgeAsync(
        MaskedConversation masked, IReadOnlyList<LabelledTurn> labels, CancellationToken cancellationToken)
    {
        var verdicts = await VerdictsAsync(masked.Conversation, labels, cancellationToken).ConfigureAwait(false);
        return new ConversationRecord
        {
            Conversation = masked.Conversation,
            SourceFile = masked.Raw.File,
            SourceLine = masked.Raw.Line,
            ContentHash = unchecked((ulong)masked.Raw.ContentHash),
            TurnCount = masked.Conversation.Turns.Count,
            RedactionVersion = redactionVersion,
            MaskedSpans = masked.Spans,
            Labels = labels,
            LabelModel = labels.Count > 0 ? classifier?.Identity : null,
            Verdicts = verdicts,
            Facts = facts.Calculate(masked.Conversation, labels, verdicts),
        };
    }

    private async Task<IReadOnlyList<Verdict>> VerdictsAsync(
        Conversation conversation, IReadOnlyList<LabelledTurn> labels, CancellationToken cancellationToken)
    {
        var all = new List<Verdict>();
        var subject = new ConversationToJudge(conversation, labels);
        foreach (var judge in judges)
        {
            try
            {
                all.AddRange(await judge.JudgeAsync(subject, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The border of an item: whatever a judge throws becomes a counted verdict, and the run goes on.
                all.Add(new Verdict.Unscored
                {
                    Criterion = judge.Criterion,
                    Judge = judge.Digest,
                    Reason = UnscoredReason.Transport,
                    ReasonCode = "judge_failed",
                    Explanation = failure.GetType().Name,
                });
            }
        }

        return all;
    }

    private sealed record MaskedConversation(Conversation Conversation, RawConversation Raw, int Spans);
}
