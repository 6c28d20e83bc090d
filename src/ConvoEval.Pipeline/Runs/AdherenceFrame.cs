using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Facts;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.Pipeline.Runs;

/// <summary>
/// All responses that the judge of content adherence looked at in conversations that count, with whatever outcome, and the random reviews among them. This is what
/// <c>reviews draw</c> draws from, so a share of the reviews speaks for the same share of these responses. Holds the reviewed ones only.
/// </summary>
internal sealed class AdherenceFrame
{
    private readonly ILookup<ConversationKey, GoldenVerdict> _wanted;
    private readonly Dictionary<string, long> _responses = [];
    private readonly List<ReviewedResponse> _reviews = [];
    private readonly int _given;

    public AdherenceFrame(GoldenSet? golden)
    {
        var reviews = golden?.Verdicts.Where(verdict => verdict.Sampling == GoldenSampling.Random).ToList() ?? [];
        _given = reviews.Count;
        _wanted = reviews.ToLookup(review => review.Conversation);
    }

    /// <summary>Random reviews of responses in the frame.</summary>
    public IReadOnlyList<ReviewedResponse> Reviews => _reviews;

    /// <summary>
    /// Random reviews of other responses: of conversations that are not in the run or do not count, of turns without a verdict, of another version than the one that
    /// is said to have responded. They say nothing of the frame and are left out.
    /// </summary>
    public int Outside => _given - _reviews.Count;

    /// <summary>Responses of a version in the frame.</summary>
    public long ResponsesOf(string version) => _responses.GetValueOrDefault(version);

    /// <summary>Adds a conversation with all its verdicts on content adherence.</summary>
    public void Add(ConversationFacts facts, IReadOnlyList<Verdict> verdicts)
    {
        if (facts is not { ExcludedBecause: null, BotVersion: { } version } || verdicts.Count == 0)
            return;
        var outcomes = JudgedResponses.Of(verdicts);
        _responses[version] = _responses.GetValueOrDefault(version) + outcomes.Count;
        foreach (var review in _wanted[facts.Key])
        {
            if (review.BotVersion == version && outcomes.TryGetValue(review.TurnIndex, out var outcome))
                _reviews.Add(new ReviewedResponse(version, review.Conversation, review.TurnIndex, review.Grade, outcome, review.DrawProbability ?? 1));
        }
    }
}
