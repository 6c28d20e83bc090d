using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ConvoEval.Reporting.Json;

/// <summary>
/// An encoder that leaves letters of every script as they are and writes as \u escapes what would hide or reorder text, what HTML would
/// take for markup, and what no terminal should get.
/// </summary>
internal static class VisibleEncoder
{
    /// <summary>The one encoder; safe for use by several threads.</summary>
    public static JavaScriptEncoder Instance { get; } = Make();

    private static JavaScriptEncoder Make()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var value = 0; value <= char.MaxValue; value++)
            if (CharUnicodeInfo.GetUnicodeCategory((char)value) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                settings.ForbidCharacter((char)value);
        return JavaScriptEncoder.Create(settings);
    }
}
