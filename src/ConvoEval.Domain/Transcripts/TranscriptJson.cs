using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ConvoEval.Domain.Transcripts;

/// <summary>
/// The neutral record as JSON: one object per conversation, the format of the <c>convoeval</c> transcript files and of the
/// stored payload. Written canonically (fixed order of fields, unknown values left out, times in UTC), so equal
/// conversations have equal bytes, and what was written reads back to the same record. docs/formats/README.md names the
/// fields.
/// </summary>
public static class TranscriptJson
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Reads a conversation that may come from anywhere.</summary>
    /// <param name="utf8Json">One JSON object, blanks around it allowed.</param>
    /// <param name="source">Name of the source, in place of the field <c>source</c>; null = the field is required.</param>
    /// <param name="notes">Collects what was strange; null = nobody asks.</param>
    /// <param name="conversation">The conversation, when the result is true.</param>
    /// <param name="fault">Why not, when the result is false.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8Json,
        string? source,
        TranscriptJsonNotes? notes,
        [NotNullWhen(true)] out Conversation? conversation,
        [NotNullWhen(false)] out TranscriptJsonFault? fault)
    {
        conversation = null;
        fault = null;
        if (!Utf8.IsValid(utf8Json))
        {
            fault = new TranscriptJsonFault("invalid_encoding", "$: expected UTF-8, found bytes that are none");
            return false;
        }

        var json = new TranscriptJsonCursor(utf8Json, notes);
        try
        {
            conversation = TranscriptJsonConversation.Read(ref json, source);
            json.ExpectEnd();
            notes?.AddSkew(conversation.Turns);
            return true;
        }
        catch (TranscriptJsonException refused)
        {
            fault = refused.Fault;
        }
        catch (JsonException)
        {
            var place = FormattableString.Invariant($"byte {json.Position + 1}");
            fault = new TranscriptJsonFault("invalid_json", $"{json.Path}: expected valid JSON, found a syntax error near {place}");
        }
        catch (InvalidOperationException)
        {
            // How the framework reports a field name with half a surrogate pair.
            fault = new TranscriptJsonFault(
                "invalid_encoding", $"{json.Path}: expected field names in Unicode, found half a surrogate pair");
        }

        conversation = null;
        return false;
    }

    /// <summary>Reads a conversation that <see cref="Write(IBufferWriter{byte}, Conversation)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It did not: the stored text is damaged.</exception>
    public static Conversation Read(ReadOnlySpan<byte> utf8Json)
        => TryRead(utf8Json, null, null, out var conversation, out var fault)
            ? conversation
            : throw new InvalidDataException($"Expected a stored conversation, found a damaged one: {fault.ReasonCode} at {fault.Message}.");

    /// <summary>Writes a conversation as one line without a line end.</summary>
    public static void Write(IBufferWriter<byte> output, Conversation conversation)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        TranscriptJsonWriter.Write(writer, conversation);
    }

    /// <summary>The bytes of <see cref="Write(IBufferWriter{byte}, Conversation)"/>.</summary>
    public static byte[] Serialize(Conversation conversation)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer, conversation);
        return buffer.WrittenSpan.ToArray();
    }
}
