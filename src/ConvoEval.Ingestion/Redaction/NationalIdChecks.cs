using System;
using System.Globalization;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Checks of national ids over compact characters with letters in capitals; the caller has matched the pattern of
/// digits and letters. Sources: the issuing offices' published rules; examples in the tests.
/// </summary>
internal static class NationalIdChecks
{
    /// <summary>
    /// US social security number or individual taxpayer number: no area 000, no group 00, no serial 0000. Areas that
    /// were never issued (666) are taken too: a mistyped number is still nearly the number.
    /// </summary>
    public static bool IsAmericanSsn(ReadOnlySpan<char> id) =>
        id[..3] is not "000" && id.Slice(3, 2) is not "00" && id[5..] is not "0000";

    /// <summary>British National Insurance number: prefixes of HMRC manual NIM39110, suffix A to D.</summary>
    public static bool IsBritishNino(ReadOnlySpan<char> id) => IsBritishNinoStem(id) && id[8] is >= 'A' and <= 'D';

    /// <summary>The same without its suffix.</summary>
    public static bool IsBritishNinoStem(ReadOnlySpan<char> id) =>
        !"DFIQUV".Contains(id[0], StringComparison.Ordinal) && !"DFIOQUV".Contains(id[1], StringComparison.Ordinal) &&
        id[..2] is not ("BG" or "GB" or "NK" or "KN" or "TN" or "NT" or "ZZ");

    /// <summary>
    /// Irish Personal Public Service number: weights 8 to 2 over seven digits, 9 over the second letter (W counts 0),
    /// modulo 23; 0 is W.
    /// </summary>
    public static bool IsIrishPps(ReadOnlySpan<char> id)
    {
        var sum = Checksums.Weighted(id, [8, 7, 6, 5, 4, 3, 2]);
        if (id.Length == 9)
        {
            if (id[8] is not (>= 'A' and <= 'I' or 'W'))
            {
                return false;
            }

            sum += id[8] == 'W' ? 0 : (id[8] - 'A' + 1) * 9;
        }

        return id[7] == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
    }

    /// <summary>Spanish DNI: eight digits modulo 23 choose the letter.</summary>
    public static bool IsSpanishDni(ReadOnlySpan<char> id) => id[8] == SpanishLetter(Checksums.Modulo(id[..8], 23));

    /// <summary>Spanish NIE: X, Y, Z stand for 0, 1, 2 before seven digits.</summary>
    public static bool IsSpanishNie(ReadOnlySpan<char> id) =>
        id[0] is >= 'X' and <= 'Z' &&
        id[8] == SpanishLetter((((id[0] - 'X') * (10_000_000 % 23)) + Checksums.Modulo(id.Slice(1, 7), 23)) % 23);

    /// <summary>
    /// Italian codice fiscale (decree of 23 December 1976): letters may replace digits (omocodia); the check letter is
    /// the sum of tabled values modulo 26.
    /// </summary>
    public static bool IsItalianFiscalCode(ReadOnlySpan<char> id)
    {
        const string Odd = "BAFHJNPRTVCESULDGIMOQKWZYX";
        foreach (var position in (ReadOnlySpan<int>)[6, 7, 9, 10, 12, 13, 14])
        {
            if (!Characters.IsDigit(id[position]) && !"LMNPQRSTUV".Contains(id[position], StringComparison.Ordinal))
            {
                return false;
            }
        }

        if (!"ABCDEHLMPRST".Contains(id[8], StringComparison.Ordinal))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = Characters.IsDigit(id[i]) ? id[i] - '0' : id[i] - 'A';
            sum += (i & 1) == 1 ? value : Odd[value] - 'A';
        }

        return id[15] == 'A' + (sum % 26);
    }

    /// <summary>
    /// German tax id: ISO 7064 MOD 11,10; one digit of the first ten stands twice or three times, no other does.
    /// </summary>
    public static bool IsGermanTaxId(ReadOnlySpan<char> id)
    {
        if (id[0] == '0')
        {
            return false;
        }

        Span<int> counts = stackalloc int[10];
        var product = 10;
        for (var i = 0; i < 10; i++)
        {
            counts[id[i] - '0']++;
            var sum = (id[i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        var repeated = 0;
        foreach (var count in counts)
        {
            repeated += count > 3 ? 2 : count > 1 ? 1 : 0;
        }

        return repeated == 1 && (11 - product) % 10 == id[10] - '0';
    }

    /// <summary>
    /// German pension insurance number: area, birthday, letter, serial, check digit; digit sums of products with
    /// 2 1 2 5 7 1 2 1 2 1 2 1, the letter as two digits.
    /// </summary>
    public static bool IsGermanPension(ReadOnlySpan<char> id)
    {
        var letter = id[8] - 'A' + 1;
        Span<int> digits = stackalloc int[12];
        for (var i = 0; i < 8; i++)
        {
            digits[i] = id[i] - '0';
        }

        digits[8] = letter / 10;
        digits[9] = letter % 10;
        digits[10] = id[9] - '0';
        digits[11] = id[10] - '0';
        ReadOnlySpan<int> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            var product = digits[i] * weights[i];
            sum += (product / 10) + (product % 10);
        }

        var month = (digits[4] * 10) + digits[5];
        return month is >= 1 and <= 12 && sum % 10 == id[11] - '0';
    }

    /// <summary>
    /// French NIR: sex 1 or 2, month, key = 97 − number modulo 97 (Corsican departments with a letter excepted).
    /// </summary>
    public static bool IsFrenchNir(ReadOnlySpan<char> id)
    {
        var month = ((id[3] - '0') * 10) + (id[4] - '0');
        var key = ((id[13] - '0') * 10) + (id[14] - '0');
        return id[0] is '1' or '2' && month is >= 1 and <= 12 && 97 - Checksums.Modulo(id[..13], 97) == key;
    }

    /// <summary>Swiss AHV number: 756 and an EAN-13 check digit.</summary>
    public static bool IsSwissAhv(ReadOnlySpan<char> id) =>
        id[..3] is "756" && Checksums.Weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0;

    /// <summary>Dutch BSN: weights 9 to 2 and −1, modulo 11.</summary>
    public static bool IsDutchBsn(ReadOnlySpan<char> id) =>
        (Checksums.Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) - (id[8] - '0')) % 11 == 0 && id is not "000000000";

    /// <summary>Polish PESEL: weights 1 3 7 9 and so on, with the check digit modulo 10.</summary>
    public static bool IsPolishPesel(ReadOnlySpan<char> id) =>
        Checksums.Weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;

    /// <summary>
    /// Belgian national number: 97 − nine digits modulo 97, with a 2 before them for births from 2000.
    /// </summary>
    public static bool IsBelgian(ReadOnlySpan<char> id)
    {
        var nine = int.Parse(id[..9], CultureInfo.InvariantCulture);
        var key = ((id[9] - '0') * 10) + (id[10] - '0');
        return key == 97 - (nine % 97) || key == 97 - (int)((2_000_000_000L + nine) % 97);
    }

    /// <summary>Brazilian CPF: two check digits by weights 10 to 2 and 11 to 2, modulo 11.</summary>
    public static bool IsBrazilianCpf(ReadOnlySpan<char> id)
    {
        var first = Checksums.Weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10;
        var second = Checksums.Weighted(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10;
        return id[9] - '0' == first && id[10] - '0' == second && id.IndexOfAnyExcept(id[0]) >= 0;
    }

    private static char SpanishLetter(int remainder) => "TRWAGMYFPDXBNJZSQVHLCKE"[remainder];
}
