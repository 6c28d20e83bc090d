using System;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Storage;

namespace ConvoEval.Testing.Contracts;

/// <summary>
/// JSON of any record, with every text as base64 of its UTF-16 units: two records have the same JSON only if they are
/// equal down to the last half of a surrogate pair. Serves as codec of conversations and for comparing records that
/// hold lists.
/// </summary>
public static class ExactJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ExactText() } };

    /// <summary>A codec that loses nothing.</summary>
    public static ConversationCodec Codec { get; } = new(
        conversation => JsonSerializer.SerializeToUtf8Bytes(conversation, Options),
        bytes => JsonSerializer.Deserialize<Conversation>(bytes.Span, Options)
            ?? throw new JsonException("The bytes of a conversation hold null."));

    /// <summary>Name of the type and JSON of the value.</summary>
    public static string Of(object value) =>
        value.GetType().Name + JsonSerializer.Serialize(value, value.GetType(), Options);

    private sealed class ExactText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Decode(reader.GetBytesFromBase64());

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));

        public override string ReadAsPropertyName(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            // Never null: a property name is a string.
            Decode(Convert.FromBase64String(reader.GetString()!));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(
                Convert.ToBase64String(MemoryMarshal.AsBytes(value.AsSpan())));

        private static string Decode(byte[] bytes) =>
            new(MemoryMarshal.Cast<byte, char>(bytes));
    }
}
