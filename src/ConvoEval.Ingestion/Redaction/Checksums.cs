using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>Check digits over compact digit and letter strings, without separators, letters in capitals.</summary>
internal static class Checksums
{
    /// <summary>Luhn (ISO/IEC 7812-1 annex B).</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var value = digits[i] - '0';
            if (((digits.Length - 1 - i) & 1) == 1)
            {
                value = value > 4 ? (value * 2) - 9 : value * 2;
            }

            sum += value;
        }

        return sum % 10 == 0;
    }

    /// <summary>IBAN check: ISO 7064 MOD 97-10 with the first four characters moved to the end.</summary>
    public static bool IsMod97(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            remainder = Characters.IsDigit(c)
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }

    /// <summary>Number modulo a small divisor.</summary>
    public static int Modulo(ReadOnlySpan<char> digits, int divisor)
    {
        var remainder = 0;
        foreach (var c in digits)
        {
            remainder = ((remainder * 10) + (c - '0')) % divisor;
        }

        return remainder;
    }

    /// <summary>Sum of digits times weights, the weights given as digits.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }
}
