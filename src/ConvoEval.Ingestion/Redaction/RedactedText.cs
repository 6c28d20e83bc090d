using System.Collections.Generic;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>A single text after masking.</summary>
/// <param name="Text">The masked text.</param>
/// <param name="Spans">What was masked, in order; offsets of the incoming text in UTF-16 units.</param>
public sealed record RedactedText(string Text, IReadOnlyList<PiiSpan> Spans);
