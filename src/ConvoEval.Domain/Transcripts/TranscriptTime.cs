using System;
using System.Text;

namespace ConvoEval.Domain.Transcripts;

/// <summary>
/// Times in transcripts: read from ISO 8601, written as <c>yyyy-MM-ddTHH:mm:ss.FFFFFFFZ</c>. A time without an offset is
/// taken as UTC. Exact to 100 ns; finer digits are cut off.
/// </summary>
public static class TranscriptTime
{
    /// <summary>Longest text that <see cref="Format"/> writes, in bytes.</summary>
    public const int MaxLength = 28;

    private const int TicksDigits = 7;

    /// <summary>
    /// Reads a date with a time of day: a T, t or blank between them, seconds and their fraction optional, then Z, an
    /// offset (<c>+02:00</c>, <c>+0200</c>, <c>+02</c>) or nothing.
    /// </summary>
    /// <returns>False when the text is anything else, or the moment lies outside the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset time)
    {
        time = default;
        var rest = utf8;
        if (!TryDigits(ref rest, 4, out var year) || !TryMark(ref rest, (byte)'-')
            || !TryDigits(ref rest, 2, out var month) || !TryMark(ref rest, (byte)'-')
            || !TryDigits(ref rest, 2, out var day)
            || !(TryMark(ref rest, (byte)'T') || TryMark(ref rest, (byte)'t') || TryMark(ref rest, (byte)' '))
            || !TryDigits(ref rest, 2, out var hour) || !TryMark(ref rest, (byte)':')
            || !TryDigits(ref rest, 2, out var minute))
            return false;

        int second = 0;
        long fraction = 0;
        if (TryMark(ref rest, (byte)':') && (!TryDigits(ref rest, 2, out second) || !TryFraction(ref rest, out fraction)))
            return false;
        if (!TryOffset(ref rest, out var offset) || rest.Length > 0)
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
            return false;

        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + fraction - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>The same for text in memory.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        const int Longest = 64;
        time = default;
        if (text.Length > Longest)
            return false;
        Span<byte> utf8 = stackalloc byte[Longest];
        foreach (var letter in text)
        {
            if (letter > '~')
                return false;
        }

        return TryParse(utf8[..Encoding.ASCII.GetBytes(text, utf8)], out time);
    }

    /// <summary>Writes the moment in UTC without needless zeros.</summary>
    /// <param name="time">Any offset.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Format(DateTimeOffset time, Span<byte> destination)
    {
        var utc = time.UtcDateTime;
        Digits(destination, utc.Year, 4);
        destination[4] = (byte)'-';
        Digits(destination[5..], utc.Month, 2);
        destination[7] = (byte)'-';
        Digits(destination[8..], utc.Day, 2);
        destination[10] = (byte)'T';
        Digits(destination[11..], utc.Hour, 2);
        destination[13] = (byte)':';
        Digits(destination[14..], utc.Minute, 2);
        destination[16] = (byte)':';
        Digits(destination[17..], utc.Second, 2);
        var length = 19;
        var fraction = (int)(utc.Ticks % TimeSpan.TicksPerSecond);
        if (fraction > 0)
        {
            var digits = TicksDigits;
            for (; fraction % 10 == 0; fraction /= 10)
                digits--;
            destination[length++] = (byte)'.';
            Digits(destination[length..], fraction, digits);
            length += digits;
        }

        destination[length++] = (byte)'Z';
        return length;
    }

    private static void Digits(Span<byte> destination, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--, value /= 10)
            destination[i] = (byte)('0' + (value % 10));
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> rest, int count, out int value)
    {
        value = 0;
        if (rest.Length < count)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit((char)rest[i]))
                return false;
            value = (value * 10) + (rest[i] - '0');
        }

        rest = rest[count..];
        return true;
    }

    private static bool TryMark(ref ReadOnlySpan<byte> rest, byte mark)
    {
        if (rest.Length == 0 || rest[0] != mark)
            return false;
        rest = rest[1..];
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (!TryMark(ref rest, (byte)'.') && !TryMark(ref rest, (byte)','))
            return true;
        var digits = 0;
        for (; digits < rest.Length && char.IsAsciiDigit((char)rest[digits]); digits++)
        {
            if (digits < TicksDigits)
                ticks = (ticks * 10) + (rest[digits] - '0');
        }

        rest = rest[digits..];
        for (var i = digits; i < TicksDigits; i++)
            ticks *= 10;
        return digits > 0;
    }

    private static bool TryOffset(ref ReadOnlySpan<byte> rest, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (rest.Length == 0 || TryMark(ref rest, (byte)'Z') || TryMark(ref rest, (byte)'z'))
            return true;
        var isEast = TryMark(ref rest, (byte)'+');
        if (!isEast && !TryMark(ref rest, (byte)'-'))
            return false;
        if (!TryDigits(ref rest, 2, out var hours))
            return false;
        var minutes = 0;
        if (rest.Length > 0)
        {
            TryMark(ref rest, (byte)':');
            if (!TryDigits(ref rest, 2, out minutes))
                return false;
        }

        if (hours > 18 || minutes > 59)
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (isEast ? 1 : -1);
        return true;
    }
}
