using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Domain.Reports;

/// <summary>A masked turn of an excerpt.</summary>
/// <param name="Index">Turn index.</param>
/// <param name="Role">Who spoke.</param>
/// <param name="Text">Masked text, shortened where marked by an ellipsis.</param>
/// <param name="IsMarked">Whether this is the turn that failed.</param>
public sealed record ExcerptTurn(int Index, TurnRole Role, string Text, bool IsMarked);
