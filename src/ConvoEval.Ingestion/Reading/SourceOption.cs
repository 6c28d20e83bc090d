using System.Collections.Generic;

namespace ConvoEval.Ingestion.Reading;

/// <summary>A setting of a transcript format.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The values it can have; the first is the default.</param>
/// <param name="Meaning">What it does, for people.</param>
public sealed record SourceOption(string Name, IReadOnlyList<string> Values, string Meaning);
