using System;

namespace ConvoEval.Judging.Text;

/// <summary>A fact that a text states.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Unit">Currency, unit of a duration (minute, day, bday, month), or the address, number or date itself.</param>
/// <param name="Value">The number; minutes since midnight of a time; 0 where <paramref name="Unit"/> says it all.</param>
/// <param name="Start">First UTF-16 unit in the normalised text.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct StatedFact(FactKind Kind, string Unit, decimal Value, int Start, int End)
{
    private const int MinutesOfHour = 60;
    private const int HoursOfHalfDay = 12;

    /// <summary>
    /// Whether both may be the same fact: equal kind, unit and value; a number without unit equals any number of that value, and the hour of a time
    /// ("9 to 5"); a date without year equals that day of any year; an address equals its own host.
    /// </summary>
    public bool Agrees(in StatedFact other)
    {
        if (Kind == other.Kind)
        {
            return Kind switch
            {
                FactKind.Date => AgreesAsDate(Unit, other.Unit),
                FactKind.Url => Unit == other.Unit || IsHostOf(Unit, other.Unit) || IsHostOf(other.Unit, Unit),
                FactKind.Email or FactKind.Phone => Unit == other.Unit,
                FactKind.Duration => Value == other.Value && (Unit == other.Unit || (IsDays(Unit) && IsDays(other.Unit))),
                FactKind.Time => Value == other.Value,
                FactKind.Number or FactKind.Percent => Value == other.Value,
                _ => Value == other.Value && (Unit == other.Unit || Unit.Length == 0 || other.Unit.Length == 0),
            };
        }

        if (Kind != FactKind.Number && other.Kind != FactKind.Number)
            return false;
        var (bare, full) = Kind == FactKind.Number ? (this, other) : (other, this);
        return full.Kind switch
        {
            FactKind.Amount or FactKind.Percent or FactKind.Duration => bare.Value == full.Value,
            FactKind.Time => full.Value == bare.Value * MinutesOfHour || full.Value == (bare.Value + HoursOfHalfDay) * MinutesOfHour,
            _ => false,
        };
    }

    // "Within 5 days" for "5 working days" is loose talk, not another fact.
    private static bool IsDays(string unit) => unit is "day" or "bday";

    private static bool AgreesAsDate(string a, string b)
    {
        const int YearLength = 4;
        if (a.StartsWith("ambiguous", StringComparison.Ordinal) || b.StartsWith("ambiguous", StringComparison.Ordinal))
            return true;
        var isOpen = a.StartsWith('?') || b.StartsWith('?');
        return isOpen ? a.AsSpan(YearLength).SequenceEqual(b.AsSpan(YearLength)) : a == b;
    }

    private static bool IsHostOf(string host, string address) =>
        !host.Contains('/', StringComparison.Ordinal) && address.StartsWith(host, StringComparison.Ordinal);
}
