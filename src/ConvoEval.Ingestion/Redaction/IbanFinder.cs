using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// International bank account numbers: length by country (SWIFT IBAN Registry, release 99) and the check of ISO 7064
/// MOD 97-10. Blanks, dashes or dots may stand between any two characters; letters may be small.
/// </summary>
internal static class IbanFinder
{
    private const int MaxLength = 34;

    private static readonly FrozenDictionary<string, int> Lengths = ReadLengths(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 " +
        "EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 " +
        "KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 " +
        "PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 " +
        "UA29 VA22 VG24 XK20 YE30");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LengthLookup =
        Lengths.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Characters.Digits);
            if (next < 0)
            {
                return;
            }

            var digit = i + next;
            i = digit + 1;
            if (TryMatch(text, digit, out var start, out var end))
            {
                scan.Claim(start, end, PiiEntity.Iban);
                i = end;
            }
        }
    }

    private static bool TryMatch(ReadOnlySpan<char> text, int digit, out int start, out int end)
    {
        end = 0;
        start = digit - 2;
        if (digit > 2 && text[digit - 1] == ' ')
        {
            start--;
        }

        if (start < 0 || !Characters.IsLatin(text[start]) || !Characters.IsLatin(text[start + 1]) ||
            (start > 0 && Characters.IsWord(text[start - 1])) ||
            !LengthLookup.TryGetValue(text.Slice(start, 2), out var length))
        {
            return false;
        }

        Span<char> compact = stackalloc char[MaxLength];
        var count = 0;
        var digits = 0;
        var separators = 0;
        var position = start;
        while (count < length && position < text.Length)
        {
            var c = text[position];
            if (Characters.IsLatinOrDigit(c))
            {
                compact[count++] = char.ToUpperInvariant(c);
                digits += Characters.IsDigit(c) ? 1 : 0;
            }
            else if (!Characters.IsSeparator(c) || Characters.IsSeparator(text[position - 1]))
            {
                return false;
            }
            else
            {
                separators++;
            }

            position++;
        }

        // "at 71 Castle Street City" has the form and one time in 97 the check; a number in groups is half digits at
        // least.
        end = position;
        return (separators == 0 || digits * 2 >= length) && count == length &&
            Characters.IsDigit(compact[2]) && Characters.IsDigit(compact[3]) &&
            (end == text.Length || !Characters.IsWord(text[end])) && Checksums.IsMod97(compact[..length]);
    }

    private static FrozenDictionary<string, int> ReadLengths(string table)
    {
        var lengths = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in table.Split(' '))
        {
            lengths[entry[..2]] = ((entry[2] - '0') * 10) + (entry[3] - '0');
        }

        return lengths.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
