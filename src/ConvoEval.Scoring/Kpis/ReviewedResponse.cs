using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Kpis;

/// <summary>A response that was drawn at random from the judged ones and reviewed by a person.</summary>
/// <param name="BotVersion">Version that responded.</param>
/// <param name="Conversation">Conversation of the response.</param>
/// <param name="TurnIndex">Turn of the response.</param>
/// <param name="IsHumanGood">Whether the person found it good.</param>
/// <param name="IsJudgePassed">Whether the judge passed it; null when the judge gave no grade, and then the review is
/// not usable.</param>
/// <param name="DrawProbability">Probability with which it was drawn, above 0 to 1.</param>
public sealed record ReviewedResponse(
    string BotVersion,
    ConversationKey Conversation,
    int TurnIndex,
    bool IsHumanGood,
    bool? IsJudgePassed,
    double DrawProbability);
