using System;
using System.Text;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// The same value in its several spellings. Two spans of one class with the same key get the same mask: case, blanks,
/// dashes, +/00, full-width and invisible characters make no difference.
/// </summary>
internal static class PiiValue
{
    /// <summary>Key of a value.</summary>
    public static string KeyOf(string entity, string value)
    {
        var folded = FoldedText.Of(value).Chars;
        return entity switch
        {
            PiiEntity.Email => EmailKey(folded),
            PiiEntity.Phone => PhoneKey(folded),
            PiiEntity.Card or PiiEntity.Iban or PiiEntity.NationalId => Compact(folded),
            PiiEntity.DateOfBirth => DateKey(folded),
            PiiEntity.UrlCredentials => folded.ToString(),
            _ => folded.ToString().ToLowerInvariant(),
        };
    }

    /// <summary>Letters and digits of a text, letters in capitals.</summary>
    public static string Compact(ReadOnlySpan<char> folded)
    {
        var compact = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (Characters.IsLatinOrDigit(c))
            {
                compact.Append(char.ToUpperInvariant(c));
            }
        }

        return compact.ToString();
    }

    private static string EmailKey(ReadOnlySpan<char> folded)
    {
        var text = folded.ToString().ToLowerInvariant();
        if (text.Contains('@') && !text.Contains(' '))
        {
            return text;
        }

        foreach (var bracket in "()[]{}<>")
        {
            text = text.Replace(bracket, ' ');
        }

        var key = new StringBuilder(text.Length);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isFirst = key.Length == 0;
            key.Append(word switch
            {
                "at" or "arroba" or "arobase" or "chiocciola" or "ät" when !isFirst => "@",
                "dot" or "punto" or "point" or "punkt" or "ponto" when !isFirst => ".",
                _ => word,
            });
        }

        return key.ToString();
    }

    // Digits with the country code, so that +1 201 …, 001 201 … and 201-… meet; an extension stays a difference.
    private static string PhoneKey(ReadOnlySpan<char> folded)
    {
        var number = folded;
        var extension = folded.IndexOfAny("xX#");
        var suffix = "";
        if (extension > 0)
        {
            suffix = "x" + Compact(folded[extension..]).TrimStart('X');
            number = folded[..extension].TrimEnd("eE. ");
        }

        var text = number.ToString().Replace("(0)", "", StringComparison.Ordinal);
        var digits = Compact(text);
        if (text.Contains('+'))
        {
            return digits + suffix;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return digits[2..] + suffix;
        }

        return (digits.Length == 10 && digits[0] is >= '2' and <= '9' ? "1" + digits : digits) + suffix;
    }

    private static string DateKey(ReadOnlySpan<char> folded)
    {
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (Characters.IsDigit(c) || Characters.IsLetter(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString();
    }
}
