using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>A conversation after masking.</summary>
/// <param name="Masked">The conversation; the same instance when there was nothing to mask.</param>
/// <param name="SpanCount">Spans masked, repeats included; a replaced user key is not counted.</param>
/// <param name="ByEntity">Spans masked by class, in ordinal order; classes without a span are left out.</param>
public sealed record RedactedConversation(
    Conversation Masked, int SpanCount, IReadOnlyDictionary<string, int> ByEntity);
