using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvoEval.UnitTests.Ingestion;

/// <summary>JSON as most programs write it, with letters instead of escapes.</summary>
internal static class TestJson
{
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
