using System;
using System.Buffers;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ConvoEval.Reporting.Json;

/// <summary>Writes run.json, the part of a report that knows times, durations and the machine.</summary>
public static class RunRecordWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = VisibleEncoder.Instance,
    };

    /// <summary>The document, with LF line ends; keys always in the same order.</summary>
    /// <exception cref="ArgumentException">The options are no JSON.</exception>
    public static string Compose(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var options = ParseOptions(record);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", 1);
            json.WriteString("run", record.Run);
            json.WriteString("planHash", record.PlanHash);
            json.WriteString("startedAt", Time(record.StartedAt));
            json.WriteString("finishedAt", Time(record.FinishedAt));
            json.WriteStartObject("secondsByStage");
            foreach (var (stage, spent) in record.Durations)
                json.WriteNumber(stage, Math.Round(spent.TotalSeconds, 3));
            json.WriteEndObject();
            json.WriteString("machine", record.Machine);
            json.WriteString("sourceRevision", record.SourceRevision);
            if (record.IsDirty is { } isDirty)
                json.WriteBoolean("isDirty", isDirty);
            else
                json.WriteNull("isDirty");
            json.WriteStartObject("counts");
            foreach (var (name, count) in record.Counts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                json.WriteNumber(name, count);
            json.WriteEndObject();
            if (record.CostUsd is { } cost)
                json.WriteNumber("costUsd", cost);
            else
                json.WriteNull("costUsd");
            json.WritePropertyName("options");
            options.RootElement.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static JsonDocument ParseOptions(RunRecord record)
    {
        try
        {
            return JsonDocument.Parse(record.OptionsJson);
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"Expected the options of run {record.Run} as JSON, found: {problem.Message}", nameof(record), problem);
        }
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
