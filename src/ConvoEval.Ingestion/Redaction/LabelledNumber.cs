using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Numbers that only their label makes personal: passport, driver's licence, national id. The label stands within
/// <see cref="Window"/> characters before, and the number has at least five digits in six to fifteen letters and
/// digits.
/// </summary>
internal static class LabelledNumber
{
    private const int Window = 26;
    private const int MinLength = 6;
    private const int MaxLength = 15;
    private const int MinDigits = 5;

    private static readonly string[] Phrases =
    [
        "national id", "nationalid", "national_id", "national identity", "identity number", "identity card", "id card",
        "government id",
    ];

    /// <summary>Tries the token around a digit.</summary>
    /// <returns>Its end; 0 when it is no labelled number.</returns>
    public static int TryAt(PiiScan scan, int digit, out int start)
    {
        var text = scan.Work;
        start = digit;
        while (start > 0 && digit - start < MaxLength && (Characters.IsLatinOrDigit(text[start - 1]) ||
               (text[start - 1] == '-' && start > 1 && Characters.IsLatinOrDigit(text[start - 2]))))
        {
            start--;
        }

        if (start > 0 && Characters.IsWord(text[start - 1]))
        {
            return 0;
        }

        var end = start;
        var digits = 0;
        var count = 0;
        while (end < text.Length && end - start <= 20 && (Characters.IsLatinOrDigit(text[end]) || IsJoint(text, end)))
        {
            digits += Characters.IsDigit(text[end]) ? 1 : 0;
            count += Characters.IsLatinOrDigit(text[end]) ? 1 : 0;
            end++;
        }

        if (digits < MinDigits || count is < MinLength or > MaxLength || 
            (end < text.Length && Characters.IsWord(text[end])))
        {
            return 0;
        }

        const ContextKind Wanted = ContextKind.NationalId | ContextKind.Phone | ContextKind.PhoneAct |
            ContextKind.Label | ContextKind.Amount | ContextKind.Mail | ContextKind.Birth | ContextKind.OtherDay |
            ContextKind.Version;
        if (ContextWords.NearestBefore(scan.Context, start, Window, Wanted) == ContextKind.NationalId)
        {
            return end;
        }

        foreach (var phrase in Phrases)
        {
            if (ContextWords.HasPhraseBefore(scan.Context, start, Window, phrase))
            {
                return end;
            }
        }

        return 0;
    }

    // A dash inside the token, or a blank or dot between two groups of digits.
    private static bool IsJoint(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && i > 0 &&
        ((text[i] == '-' && Characters.IsLatinOrDigit(text[i + 1]) && Characters.IsLatinOrDigit(text[i - 1])) ||
         (text[i] is ' ' or '.' && Characters.IsDigit(text[i + 1]) && Characters.IsDigit(text[i - 1])));
}
