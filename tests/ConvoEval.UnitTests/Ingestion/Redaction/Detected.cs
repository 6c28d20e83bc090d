using System.Linq;
using ConvoEval.Ingestion.Redaction;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

/// <summary>Writes what the detector finds as "ENTITY:value", parted by bars; empty for nothing.</summary>
internal static class Detected
{
    private static readonly PiiDetector Detector = new();

    public static string In(string text) =>
        string.Join("|", Detector.Detect(text).Select(span => $"{span.Entity}:{text[span.Start..span.End]}"));
}
