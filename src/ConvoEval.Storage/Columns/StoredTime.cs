using System;
using System.Globalization;

namespace ConvoEval.Storage.Columns;

/// <summary>Times and days as ISO 8601 text that sorts by time.</summary>
internal static class StoredTime
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    public static string Write(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadTime(string column) => DateTimeOffset.ParseExact(
        column,
        TimeFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateOnly ReadDay(string column) =>
        DateOnly.ParseExact(column, DayFormat, CultureInfo.InvariantCulture);
}
