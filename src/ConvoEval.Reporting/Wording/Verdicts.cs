using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;

namespace ConvoEval.Reporting.Wording;

/// <summary>The answer of a report in a headline and the line below it.</summary>
internal static class Verdicts
{
    /// <summary>The headline. Without conversations or without a second version there is no verdict, and it says so.</summary>
    public static Word Headline(ReportReading reading)
    {
        if (reading.Report.Gate is not { } gate)
            return reading.Conversations == 0
                ? new Word("No verdict: no conversation was counted", "–", Tone.Unsure)
                : new Word("No verdict: there is no second version to compare", "–", Tone.Unsure);
        var word = Words.Gate(gate);
        return gate.IsOverridden ? word with { Text = word.Text + " — overridden" } : word;
    }

    /// <summary>What the verdict rests on: versions, nights, conversations.</summary>
    public static string Basis(ReportReading reading)
    {
        var report = reading.Report;
        var parts = new List<string>();
        if (reading.Newest is { } newest)
            parts.Add(reading.Older is { } older
                ? $"Version {newest} ({Eligible(reading, newest)}) against {older} ({Eligible(reading, older)})"
                : $"Version {newest} ({Eligible(reading, newest)})");
        if (report is { FirstNight: { } first, LastNight: { } last })
            parts.Add(first == last ? $"night of {Figures.Day(first)}" : $"nights of {Figures.Day(first)} to {Figures.Day(last)}");
        if (reading.Level is { } level)
            parts.Add($"every interval at {Figures.Level(level)}");
        return string.Join(" · ", parts);
    }

    /// <summary>What an override is about.</summary>
    public static string Subject(ReportReading reading, GateOverride given) => given.Subject == "all"
        ? "The whole gate"
        : reading.Definition(given.Subject)?.Name ?? Words.Snake(given.Subject);

    /// <summary>The most conversations per version that an undecided pinned KPI still needs; null when none says.</summary>
    public static long? Needed(ReportReading reading) => reading.Pinned.Max(kpi => kpi.Comparison?.NeededPerVersion);

    private static string Eligible(ReportReading reading, string version) =>
        reading.Eligible(version) is { } count ? Figures.Count(count, "conversation") : "conversations unknown";
}
