using System;
using System.Buffers;
using System.IO;
using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;

namespace ConvoEval.Cli.Lines;

/// <summary>Writes one JSON object a line.</summary>
internal sealed class JsonLineWriter(TextWriter results)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Writes an object whose fields <paramref name="fields"/> gives.</summary>
    public void Write(Action<Utf8JsonWriter> fields)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        results.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
    }

    /// <summary>Writes an id as it came.</summary>
    public static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
    }
}
