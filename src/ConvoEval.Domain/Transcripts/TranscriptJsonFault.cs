namespace ConvoEval.Domain.Transcripts;

/// <summary>Why a text is no conversation in the neutral format.</summary>
/// <param name="ReasonCode">
/// invalid_json, invalid_encoding, missing_field, duplicate_field, wrong_type, unknown_value, empty_value, out_of_range,
/// wrong_index or no_turns.
/// </param>
/// <param name="Message">JSON path, what was expected, what was found; never words of the transcript.</param>
public sealed record TranscriptJsonFault(string ReasonCode, string Message);
