using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Rules;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>
/// Holds responses against approved answers by rules alone: facts first, then forbidden statements, promises, negation, what was left out and what answers
/// something else. It says contradicted or not contradicted, never that a response adheres (docs/methods/deterministic-judge.md). Both contracts give the same
/// verdict on the same turn. Thread-safe; linear in the text.
/// </summary>
public sealed class ContentAdherenceJudge : IConversationJudge, IResponseJudge
{
    private const string Rules = "1";

    /// <summary>Longest response that is judged, in UTF-16 units.</summary>
    private const int MaximumResponse = 20_000;

    /// <summary>Longest part of the context that is read, its end.</summary>
    private const int MaximumContext = 40_000;

    private readonly GoldenMatcher _matcher;
    private readonly AdherenceExamination _examination;

    /// <summary>Makes a judge for the items of a golden set; its verdicts on responses are never looked at.</summary>
    public ContentAdherenceJudge(GoldenSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        _matcher = new GoldenMatcher(set.Items);
        _examination = new AdherenceExamination(_matcher);
        Digest = RuleDigest.Of("rules/content-adherence", Rules, [set.Name, set.Version, set.Digest]);
    }

    /// <inheritdoc cref="IResponseJudge.Digest"/>
    public JudgeDigest Digest { get; }

    /// <inheritdoc cref="IResponseJudge.Criterion"/>
    public string Criterion => "content_adherence";

    /// <summary>One verdict for each bot turn with text that follows a user turn, in order, until a person takes over.</summary>
    public ValueTask<IReadOnlyList<Verdict>> JudgeAsync(ConversationToJudge conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var verdicts = new List<Verdict>();
        foreach (var response in TurnContext.Of(conversation.Conversation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            verdicts.Add(Judge(response));
        }

        return new ValueTask<IReadOnlyList<Verdict>>(verdicts);
    }

    /// <inheritdoc/>
    public ValueTask<Verdict> JudgeAsync(ResponseToJudge response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<Verdict>(Judge(response));
    }

    private Verdict Judge(ResponseToJudge response)
    {
        if (response.Response.Length > MaximumResponse)
        {
            return new Verdict.Unscored
            {
                Criterion = Criterion,
                TurnIndex = response.TurnIndex,
                Judge = Digest,
                ReasonCode = "too_large",
                Explanation = "the response is longer than the rules read",
                Reason = UnscoredReason.TooLarge,
            };
        }

        var profile = new ResponseProfile(response.Response, response.TurnIndex);
        var context = response.Context.Length > MaximumContext ? response.Context[^MaximumContext..] : response.Context;
        var before = TurnContext.Before(context, response.Question);
        if (response.Items is { Count: 0 })
            return NotApplicable(response, "no_golden_answer");
        var ranked = response.Items is { } given
            ? new GoldenMatcher(given).Rank(response.Question, before, response.Response, response.Day)
            : _matcher.Rank(response.Question, before, response.Response, response.Day);
        if (ranked.Count == 0)
            return NotApplicable(response, "no_golden_answer");
        if (response.Items is null && ApplicabilityRules.ReasonNotToJudge(profile, ranked) is { } reason)
            return NotApplicable(response, reason);
        return Examine(response, profile, ranked, context);
    }

    private Verdict Examine(ResponseToJudge response, ResponseProfile profile, List<GoldenMatch> ranked, string context)
    {
        var finding = _examination.Examine(profile, ranked, StatedFacts.Find(Words.Normalize(response.Question + "\n" + context)));
        return new Verdict.Graded
        {
            Criterion = Criterion,
            TurnIndex = response.TurnIndex,
            SubjectId = ranked[0].Golden.Id,
            Judge = Digest,
            Grade = finding is null ? Grade.NotContradicted : Grade.Contradicted,
            ReasonCode = finding?.ReasonCode ?? "not_contradicted",
            Explanation = finding?.Explanation ?? $"nothing in it contradicts the approved answer {ranked[0].Golden.Id}",
            Evidence = finding is null ? [] : [finding.Evidence],
            CriticalStatementId = finding?.CriticalStatementId,
        };
    }

    private Verdict.NotApplicable NotApplicable(ResponseToJudge response, string reason) => new()
    {
        Criterion = Criterion,
        TurnIndex = response.TurnIndex,
        Judge = Digest,
        ReasonCode = reason,
    };
}
