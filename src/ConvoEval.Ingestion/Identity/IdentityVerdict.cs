namespace ConvoEval.Ingestion.Identity;

/// <summary>What an <see cref="IdentityIndex"/> says of a conversation.</summary>
/// <param name="Outcome">The relation.</param>
/// <param name="Revision">
/// New, reopened: the revision it gets. Duplicate: the revision it equals. Conflict: the newest revision of the key.
/// </param>
/// <param name="ContentHash">Hash of all its turns, to be stored with it.</param>
public readonly record struct IdentityVerdict(IdentityOutcome Outcome, int Revision, long ContentHash);
