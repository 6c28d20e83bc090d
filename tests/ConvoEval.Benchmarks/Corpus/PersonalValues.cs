using System;
using System.Globalization;
using System.Numerics;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.Benchmarks.Corpus;

/// <summary>Made-up personal values that pass the checks which redaction makes, so that it has real work.</summary>
internal static class PersonalValues
{
    public static string Sentence(SeededRandom random) => random.NextIndex(4) switch
    {
        0 => "my email is " + Email(random),
        1 => "call me on " + Phone(random),
        2 => "account " + Iban(random),
        _ => "card number " + Card(random),
    };

    private static string Email(SeededRandom random) =>
        string.Create(CultureInfo.InvariantCulture, $"customer{random.NextIndex(100_000)}@mail{random.NextIndex(50)}.example");

    private static string Phone(SeededRandom random) =>
        string.Create(CultureInfo.InvariantCulture, $"+353 8{random.NextIndex(10)} 555 {random.NextIndex(10_000):D4}");

    /// <summary>ISO 13616: 98 minus the remainder of the rearranged number by 97; I = 18, E = 14.</summary>
    private static string Iban(SeededRandom random)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{random.NextIndex(100_000_000):D8}{random.NextIndex(1_000_000):D6}");

        // Bank HRBR: H = 17, R = 27, B = 11.
        var number = BigInteger.Parse("17271127" + digits + "181400", CultureInfo.InvariantCulture);
        var check = 98 - (int)(number % 97);
        return string.Create(CultureInfo.InvariantCulture, $"IE{check:D2}HRBR{digits}");
    }

    /// <summary>Sixteen digits with the last one by Luhn's rule.</summary>
    private static string Card(SeededRandom random)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"4{random.NextIndex(10_000_000):D7}{random.NextIndex(10_000_000):D7}");
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[i] - '0';
            sum += i % 2 == 1 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        var all = body + (char)('0' + ((10 - (sum % 10)) % 10));
        return $"{all.AsSpan(0, 4)} {all.AsSpan(4, 4)} {all.AsSpan(8, 4)} {all.AsSpan(12, 4)}";
    }
}
