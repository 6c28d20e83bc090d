namespace ConvoEval.Domain.Verdicts;

/// <summary>
/// Who judged, down to the last setting: hash of provider, model, prompt and rubric version, schema, parameters, repeat number
/// and reader version. It keys cache, licence and comparability.
/// </summary>
/// <param name="Judge">Readable name of the judge.</param>
/// <param name="Hash">SHA-256 (hex) of everything that could change its verdicts.</param>
public sealed record JudgeDigest(string Judge, string Hash);
