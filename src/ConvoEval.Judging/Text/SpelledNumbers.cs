using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Judging.Text;

/// <summary>Reads numbers written as words: one to ninety-nine, hundred, thousand and million, as in "two hundred and fifty".</summary>
internal static class SpelledNumbers
{
    private static readonly FrozenDictionary<string, int> Values = Build();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the number that begins at a place of a lower-case text. The place must be the beginning of a word.</summary>
    /// <returns>The place behind it; <paramref name="start"/> when there is none.</returns>
    public static int Read(ReadOnlySpan<char> lower, int start, out decimal value)
    {
        value = 0;
        decimal total = 0, group = 0;
        int end = start, at = start;
        while (Word(lower, at) is var wordEnd && wordEnd > at && Lookup.TryGetValue(lower[at..wordEnd], out var number))
        {
            var isFirst = end == start;
            if (number >= 1000)
                (total, group) = (total + ((group == 0 ? 1 : group) * number), 0);
            else if (number == 100)
                group = (group == 0 ? 1 : group) * number;
            else if (isFirst || group % 100 == 0 || (group % 10 == 0 && group % 100 >= 20 && number < 10))
                group += number;
            else
                break;
            end = wordEnd;
            at = Next(lower, wordEnd, number);
            if (at == wordEnd)
                break;
        }

        value = total + group;
        return end;
    }

    // A blank or hyphen joins words of one number; "and" only behind hundreds and more.
    private static int Next(ReadOnlySpan<char> lower, int end, int number)
    {
        if (end >= lower.Length || lower[end] is not (' ' or '-'))
            return end;
        var next = end + 1;
        return number >= 100 && lower[next..].StartsWith("and ") ? next + "and ".Length : next;
    }

    private static int Word(ReadOnlySpan<char> lower, int start)
    {
        var end = start;
        while (end < lower.Length && char.IsAsciiLetterLower(lower[end]))
            end++;
        return end;
    }

    private static FrozenDictionary<string, int> Build()
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal) { ["hundred"] = 100, ["thousand"] = 1000, ["million"] = 1_000_000 };
        var small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
        for (var i = 0; i < small.Length; i++)
            values[small[i]] = i;
        var tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
        for (var i = 0; i < tens.Length; i++)
            values[tens[i]] = 20 + (10 * i);
        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
