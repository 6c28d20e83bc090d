using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Rewrites the values inside a JSON document and leaves every other byte as it is, so a valid document stays valid. A
/// number that is rewritten becomes a string. JSON inside a JSON string is rewritten inside.
/// </summary>
internal static class JsonTexts
{
    private const int MaxNesting = 4;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 512 };

    private static readonly JsonSerializerOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Rewrites a text that may be JSON: inside when it is a document, as running text when it is not.
    /// </summary>
    public static string Rewrite(string? name, string text, RewriteText rewrite) =>
        Rewrite(name, text, rewrite, MaxNesting);

    private static string Rewrite(string? name, string text, RewriteText rewrite, int nesting)
    {
        if (nesting > 0 && IsDocument(text))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            if (IsValid(bytes))
            {
                return RewriteDocument(name, text, bytes, rewrite, nesting);
            }
        }

        return rewrite(name, text);
    }

    private static bool IsDocument(string text)
    {
        var trimmed = text.AsSpan().TrimStart(" \t\r\n");
        return trimmed.Length > 1 && trimmed[0] is '{' or '[' or '"';
    }

    private static bool IsValid(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, ReaderOptions);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string RewriteDocument(string? name, string text, byte[] bytes, RewriteText rewrite, int nesting)
    {
        var reader = new Utf8JsonReader(bytes, ReaderOptions);
        using var output = new MemoryStream(bytes.Length);
        var copied = 0;
        var names = new Names(name);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            var length = (int)reader.BytesConsumed - start;
            var current = names.Step(ref reader);
            string? replacement = null;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // The token of a member name ends after its colon; the name alone is replaced.
                    length = reader.ValueSpan.Length + 2;
                    replacement = RewriteString(null, ref reader, rewrite, 0);
                    break;
                case JsonTokenType.String:
                    replacement = RewriteString(current, ref reader, rewrite, nesting);
                    break;
                case JsonTokenType.Number:
                    var number = Encoding.UTF8.GetString(reader.ValueSpan);
                    var rewritten = rewrite(current, number);
                    replacement = ReferenceEquals(rewritten, number) ? null : Quote(rewritten);
                    break;
            }

            if (replacement is not null)
            {
                output.Write(bytes, copied, start - copied);
                output.Write(Encoding.UTF8.GetBytes(replacement));
                copied = start + length;
            }
        }

        if (copied == 0)
        {
            return text;
        }

        output.Write(bytes, copied, bytes.Length - copied);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    // The new token with its quotes; null when nothing changes.
    private static string? RewriteString(string? name, ref Utf8JsonReader reader, RewriteText rewrite, int nesting)
    {
        string value;
        try
        {
            value = reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: the raw text is rewritten; a mask holds nothing that JSON would escape.
            var raw = Encoding.UTF8.GetString(reader.ValueSpan);
            var changed = rewrite(name, raw);
            return ReferenceEquals(changed, raw) ? null : $"\"{changed}\"";
        }

        var rewritten = Rewrite(name, value, rewrite, nesting - 1);
        return ReferenceEquals(rewritten, value) ? null : Quote(rewritten);
    }

    private static string Quote(string value) => JsonSerializer.Serialize(value, WriterOptions);

    /// <summary>
    /// Knows the member name that a value stands under; elements of an array have the name of the array.
    /// </summary>
    private sealed class Names(string? root)
    {
        private readonly Stack<string?> _open = new();
        private string? _next = root;

        /// <summary>Takes the next token and gives the name of the value it begins.</summary>
        public string? Step(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _next = ReadName(ref reader);
                    return null;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _open.Push(_next);
                    return null;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _next = _open.Pop();
                    return null;
                default:
                    return _next;
            }
        }

        private static string? ReadName(ref Utf8JsonReader reader)
        {
            const int LongestName = 64;
            try
            {
                return reader.ValueSpan.Length <= LongestName ? reader.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
