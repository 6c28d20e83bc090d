using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.GoldenSets.Reviews;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Reviews;

/// <summary>
/// Draws responses of a run for people to review. The frame is every response on which content adherence was judged, covered by a golden answer or not, that nobody
/// reviewed at random before.
/// </summary>
public sealed class ReviewSample(IRunReader reader, RunId run, IReadOnlyList<GoldenVerdict> reviewed)
{
    private const string Criterion = "content_adherence";
    private const int Page = 128;

    /// <summary>The lines of the sheet, in the order of the draw.</summary>
    public async Task<IReadOnlyList<ReviewLine>> DrawAsync(ReviewDrawOptions options, CancellationToken cancellationToken)
    {
        var known = reviewed.Where(verdict => verdict.Sampling == GoldenSampling.Random)
            .Select(verdict => (verdict.Conversation, verdict.TurnIndex)).ToHashSet();
        var versions = new Dictionary<ConversationKey, string>();
        await foreach (var facts in reader.ReadFactsAsync(run, cancellationToken).ConfigureAwait(false))
            if (facts is { ExcludedBecause: null, BotVersion: { } version })
                versions[facts.Key] = version;
        var frame = new List<ReviewCandidate>();
        var items = new Dictionary<(ConversationKey, int), string?>();
        await foreach (var (key, _, verdict) in reader.ReadVerdictsAsync(run, new VerdictFilter { Criterion = Criterion }, cancellationToken).ConfigureAwait(false))
        {
            if (verdict.TurnIndex is not { } turn || !versions.TryGetValue(key, out var version) || known.Contains((key, turn)) || !items.TryAdd((key, turn), verdict.SubjectId))
                continue;
            frame.Add(new ReviewCandidate
            {
                Conversation = key,
                TurnIndex = turn,
                BotVersion = version,
                JudgeScore = (verdict as Verdict.Graded)?.Probability,
            });
        }

        var drawn = ReviewDraw.Draw(frame, options);
        var lines = new Dictionary<string, ReviewLine>(StringComparer.Ordinal);
        foreach (var page in drawn.Select(one => one.Candidate.Conversation).Distinct().Order().Chunk(Page))
        {
            await foreach (var stored in reader.ReadConversationsAsync(run, page, cancellationToken).ConfigureAwait(false))
                foreach (var one in drawn.Where(one => one.Candidate.Conversation == stored.Conversation.Key))
                    lines[one.Id] = ToLine(one, stored.Conversation, items[(one.Candidate.Conversation, one.Candidate.TurnIndex)]);
        }

        return [.. drawn.Where(one => lines.ContainsKey(one.Id)).Select(one => lines[one.Id])];
    }

    private static ReviewLine ToLine(DrawnReview drawn, Conversation conversation, string? item)
    {
        var turn = conversation.Turns[drawn.Candidate.TurnIndex];
        var before = conversation.Turns.Take(turn.Index).ToList();
        var question = before.LastOrDefault(one => one.Role == TurnRole.User)?.Text ?? "";
        var known = before.Where(one => one.Role == TurnRole.User).Select(one => one.Text)
            .Concat(before.Append(turn).SelectMany(one => one.ToolCalls).Select(call => call.Result ?? ""))
            .Concat(before.Append(turn).SelectMany(one => one.Passages).Select(passage => passage.Text))
            .Where(text => text.Length > 0);
        DateOnly? day = conversation.StartedAt is { } start ? DateOnly.FromDateTime(start.UtcDateTime) : null;
        return ReviewLine.Of(drawn, day, item, question, turn.Text, string.Join('\n', known));
    }
}
