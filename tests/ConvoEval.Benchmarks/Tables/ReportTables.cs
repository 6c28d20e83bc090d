using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConvoEval.Benchmarks.Corpus;
using ConvoEval.Benchmarks.FirstReports;
using ConvoEval.Benchmarks.Measurements;

namespace ConvoEval.Benchmarks.Tables;

/// <summary>Prints measurements as Markdown.</summary>
internal sealed class ReportTables(TextWriter output)
{
    private const double Megabyte = 1 << 20;

    public void Machine(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            output.WriteLine("- " + line);
        output.WriteLine();
    }

    public void Heading(string title)
    {
        output.WriteLine("## " + title);
        output.WriteLine();
    }

    public void Corpus(CorpusSize corpus)
    {
        output.WriteLine(Text(
            $"{corpus.Conversations:N0} conversations, {corpus.Turns:N0} turns, {corpus.UserTurns:N0} of users ({corpus.DistinctShare:P1} distinct), {corpus.Bytes / Megabyte:N0} MB."));
        output.WriteLine();
    }

    public void MeasurementHeader()
    {
        output.WriteLine("| what | unit | items | seconds | items/s | processor seconds | items per processor second | peak memory, MB |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
    }

    public void Row(Measurement measured)
    {
        output.WriteLine(measured.Missing is { } reason
            ? $"| {measured.Name} | not measured: {reason} | | | | | | |"
            : Text($"| {measured.Name} | {measured.Unit} | {measured.Items:N0} | {measured.WallSeconds:N2} | {Rate(measured.Items, measured.WallSeconds):N0} | {measured.CpuSeconds:N2} | {Rate(measured.Items, measured.CpuSeconds):N0} | {measured.PeakBytes / Megabyte:N0} |"));
        output.Flush();
    }

    /// <summary>Where the time of a line goes, in seconds and as a share of what it took by the clock.</summary>
    public void Parts(IReadOnlyList<Measurement> measured)
    {
        foreach (var one in measured.Where(candidate => candidate.Parts.Count > 0))
        {
            output.WriteLine();
            output.WriteLine(Text($"{one.Name}, {one.Items:N0} {one.Unit}: {string.Join("; ", one.Parts.OrderByDescending(part => part.Value).ThenBy(part => part.Key, StringComparer.Ordinal).Select(part => Text($"{part.Key} {part.Value:N2} s")))}."));
        }

        output.WriteLine();
    }

    /// <summary>The same measurement on the smallest and the largest corpus.</summary>
    public void MemoryRatios(IReadOnlyList<Measurement> small, IReadOnlyList<Measurement> large)
    {
        foreach (var big in large)
        {
            if (small.FirstOrDefault(one => one.Name == big.Name) is { PeakBytes: > 0 } little && big.PeakBytes > 0)
                output.WriteLine(Text($"- {big.Name}: peak memory {big.PeakBytes / (double)little.PeakBytes:N2} times that of the smaller corpus"));
        }

        output.WriteLine();
    }

    public void FirstReports(IReadOnlyList<FirstReport> reports)
    {
        var ordered = reports.OrderBy(report => report.Elapsed).ToList();
        var median = ordered[ordered.Count / 2];
        output.WriteLine(Text(
            $"Median of {ordered.Count} runs: {median.Elapsed.TotalSeconds:N2} s (from {ordered[0].Elapsed.TotalSeconds:N2} to {ordered[^1].Elapsed.TotalSeconds:N2})."));
        output.WriteLine(Text($"Stages of that run: {string.Join("; ", median.Stages.Select(stage => Text($"{stage.Key} {stage.Value:N2} s")))}."));
        output.WriteLine();
    }

    private static double Rate(long items, double seconds) => seconds > 0 ? items / seconds : 0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
