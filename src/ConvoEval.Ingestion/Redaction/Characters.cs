using System.Buffers;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>Character classes of folded text that the finders share.</summary>
internal static class Characters
{
    /// <summary>
    /// Stands where a mask, or a value already found, stood. It is no word character, no separator, and ends every
    /// search for context: what follows a mask is read as if the text began there, so masking masked text changes
    /// nothing.
    /// </summary>
    public const char Barrier = '\uFFFF';

    /// <summary>The ten digits.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>ASCII digit.</summary>
    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>ASCII letter.</summary>
    public static bool IsLatin(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    /// <summary>
    /// Letter of a script that is written with spaces and has look-alikes of Latin letters (Latin, Greek, Cyrillic,
    /// Armenian). A value may stand right after a Chinese or Japanese character, and right after an Arabic one.
    /// </summary>
    public static bool IsLetter(char c) =>
        IsLatin(c) || (c >= '\u00AA' && (c < '\u0590' || (c >= '\u1E00' && c < '\u2000')) && char.IsLetter(c));

    /// <summary>Letter, digit or underscore: next to one of these a value does not begin or end.</summary>
    public static bool IsWord(char c) => IsDigit(c) || c == '_' || IsLetter(c);

    /// <summary>Letter or digit of ASCII.</summary>
    public static bool IsLatinOrDigit(char c) => IsDigit(c) || IsLatin(c);

    /// <summary>Blank, dash, dot or slash, as people put them into numbers.</summary>
    public static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '/';
}
