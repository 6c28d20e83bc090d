using System.Globalization;

namespace ConvoEval.UnitTests.Reporting;

/// <summary>A culture that writes 1.234,5 and -1 as ~1: whatever it touches looks different.</summary>
internal static class CommaCulture
{
    public static CultureInfo Make()
    {
        // A clone of a culture is always a culture.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yy";
        return culture;
    }
}
