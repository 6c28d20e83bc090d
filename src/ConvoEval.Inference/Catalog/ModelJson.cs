using System;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConvoEval.Inference.Catalog;

/// <summary>The JSON of model folders: camel case, indented, line feeds, unknown members are errors.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Text of a value, with a last line break.</summary>
    public static byte[] Write<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Options);
        var file = new byte[json.Length + 1];
        json.CopyTo(file, 0);
        file[^1] = (byte)'\n';
        return file;
    }

    /// <summary>Reads a file of a model folder.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="place">Where it stands, for the message.</param>
    /// <exception cref="ModelFolderException">It is not what the format asks for.</exception>
    public static T Read<T>(ReadOnlySpan<byte> file, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(file, Options)
                ?? throw new ModelFolderException($"{place} holds the word null where an object was expected.");
        }
        catch (JsonException error)
        {
            throw new ModelFolderException($"{place} is not a valid {typeof(T).Name}: {error.Message}", error);
        }
    }
}
