using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Groups of digits with telephone separators between them, read from one position; reused for the next.
/// </summary>
internal sealed class DigitGroups
{
    /// <summary>
    /// Most digits of a telephone number with its 00 and trunk zero (ITU-T E.164 allows 15 after the plus).
    /// </summary>
    public const int MaxDigits = 18;

    private const int MaxGroups = 10;
    private const int MaxSeparator = 3;

    private readonly int[] _ends = new int[MaxGroups];
    private readonly int[] _lengths = new int[MaxGroups];
    private readonly int[] _totals = new int[MaxGroups];
    private readonly bool[] _isTrunk = new bool[MaxGroups];
    private readonly char[] _separators = new char[MaxGroups];
    private readonly char[] _digits = new char[MaxDigits];

    /// <summary>Number of groups read.</summary>
    public int Count { get; private set; }

    /// <summary>A plus stands before the first digit.</summary>
    public bool HasPlus { get; private set; }

    /// <summary>The first group stands in brackets.</summary>
    public bool HasBracket { get; private set; }

    /// <summary>All digits read.</summary>
    public ReadOnlySpan<char> Digits => _digits.AsSpan(0, Count == 0 ? 0 : _totals[Count - 1]);

    /// <summary>Reads the groups that begin at a position.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">Where the value begins, with its plus or bracket.</param>
    /// <param name="digit">Its first digit.</param>
    public void Read(ReadOnlySpan<char> text, int start, int digit)
    {
        Count = 0;
        HasPlus = text[start..digit].Contains('+');
        HasBracket = text[start..digit].Contains('(');
        var position = digit;
        var total = 0;
        var isTrunk = false;
        var separator = '\0';
        while (Count < MaxGroups)
        {
            var groupStart = position;
            while (position < text.Length && Characters.IsDigit(text[position]) && total < MaxDigits)
            {
                _digits[total++] = text[position++];
            }

            if (position == groupStart || (position < text.Length && Characters.IsDigit(text[position])))
            {
                return;
            }

            _lengths[Count] = position - groupStart;
            _totals[Count] = total;
            _ends[Count] = position;
            _separators[Count] = separator;

            // The 0 of "+46 (0)8 928" is dialled only inside the country.
            _isTrunk[Count] = isTrunk && _lengths[Count] == 1 && text[groupStart] == '0' && position < text.Length &&
                text[position] == ')';
            Count++;
            if (!TrySeparator(text, ref position, out separator, out isTrunk))
            {
                return;
            }
        }
    }

    /// <summary>Where the first groups end.</summary>
    public int End(int count) => _ends[count - 1];

    /// <summary>Digits in the first groups.</summary>
    public int Total(int count) => _totals[count - 1];

    /// <summary>Digits in one group, from 0.</summary>
    public int Length(int group) => _lengths[group];

    /// <summary>Separators between the first groups.</summary>
    public int Separators(int count) => count - 1;

    /// <summary>What stands before a group: its most telling character.</summary>
    public char SeparatorBefore(int group) => _separators[group];

    /// <summary>Trunk zeros in brackets among the first groups.</summary>
    public int TrunkZeros(int count)
    {
        var zeros = 0;
        for (var i = 0; i < count; i++)
        {
            zeros += _isTrunk[i] ? 1 : 0;
        }

        return zeros;
    }

    private static bool TrySeparator(ReadOnlySpan<char> text, ref int position, out char separator, out bool isOpened)
    {
        separator = '\0';
        isOpened = false;
        var marks = 0;
        var i = position;
        for (; i < text.Length && i - position < MaxSeparator; i++)
        {
            var c = text[i];
            if (c == ' ' || c is '(' or ')')
            {
                isOpened |= c == '(';
                separator = separator == '\0' ? c : separator;
            }
            else if (c is '-' or '.' or '/')
            {
                marks++;
                separator = c;
            }
            else
            {
                break;
            }
        }

        if (i == position || marks > 1 || i >= text.Length || !Characters.IsDigit(text[i]))
        {
            return false;
        }

        position = i;
        return true;
    }
}
