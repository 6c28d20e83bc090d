using System.Text.Json;
using System.Text.Json.Serialization;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Keeps a finished report in the store, so that it can be written again without its inputs.</summary>
public static class ReportJson
{
    /// <summary>The report as JSON.</summary>
    public static string Write(EvaluationReport report) =>
        JsonSerializer.Serialize(report, ReportJsonContext.Default.EvaluationReport);

    /// <summary>The report out of its JSON.</summary>
    /// <exception cref="JsonException">The text is no report of this program version.</exception>
    public static EvaluationReport Read(string json) =>
        JsonSerializer.Deserialize(json, ReportJsonContext.Default.EvaluationReport)
        ?? throw new JsonException("expected a report, found null");
}

/// <summary>Source-generated serialisation of the report records.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
