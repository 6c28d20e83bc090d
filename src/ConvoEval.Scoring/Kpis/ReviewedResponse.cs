using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Scoring.Kpis;

/// <summary>A response that was drawn at random from all that the judge looked at, and reviewed by a person.</summary>
/// <param name="BotVersion">Version that responded.</param>
/// <param name="Conversation">Conversation of the response, one that counts.</param>
/// <param name="TurnIndex">Turn of the response.</param>
/// <param name="Grade">What the person said; not applicable is an answer too.</param>
/// <param name="Outcome">How the judge ended on it.</param>
/// <param name="DrawProbability">Probability with which it was drawn, above 0 to 1.</param>
public sealed record ReviewedResponse(
    string BotVersion,
    ConversationKey Conversation,
    int TurnIndex,
    AnnotatedGrade Grade,
    JudgeOutcome Outcome,
    double DrawProbability)
{
    /// <summary>Whether a grade applies to the response at all.</summary>
    public bool IsApplicable => Grade != AnnotatedGrade.NotApplicable;

    /// <summary>Whether the judge gave a grade.</summary>
    public bool IsGraded => Outcome is JudgeOutcome.Passed or JudgeOutcome.Failed;
}
