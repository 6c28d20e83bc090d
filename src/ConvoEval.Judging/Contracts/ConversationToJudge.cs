using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Judging.Contracts;

/// <summary>A masked conversation with the labels of its user turns.</summary>
/// <param name="Conversation">The conversation after masking.</param>
/// <param name="Labels">Labels in order of turns; empty when no model ran.</param>
public sealed record ConversationToJudge(Conversation Conversation, IReadOnlyList<LabelledTurn> Labels);
