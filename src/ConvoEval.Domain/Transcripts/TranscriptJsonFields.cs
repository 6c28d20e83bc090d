using System.Linq;
using System.Text;
using System.Text.Json;

namespace ConvoEval.Domain.Transcripts;

/// <summary>The field names of one kind of object, in canonical order. At most 64.</summary>
internal sealed class TranscriptJsonFields(params string[] names)
{
    private readonly byte[][] _names = names.Select(Encoding.UTF8.GetBytes).ToArray();

    public string this[int field] => names[field];

    /// <summary>
    /// The field whose name the reader stands on, or -1. The search starts at the field after the last match, so an object
    /// in canonical order costs one comparison a field.
    /// </summary>
    public int Find(ref readonly Utf8JsonReader reader, int startAt)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            var field = startAt + i;
            if (field >= _names.Length)
                field -= _names.Length;
            if (reader.ValueTextEquals(_names[field]))
                return field;
        }

        return -1;
    }
}
