using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>Whether there are enough verdicts of each class for what people want to do with them.</summary>
internal static class SizeCheck
{
    private const string File = GoldenFileNames.Verdicts;

    public static void Check(IReadOnlyList<GoldenCount> counts, GoldenCheckOptions options, FindingList findings)
    {
        foreach (var count in counts.Where(
            count => count.Sampling == GoldenSampling.Curated && count.Grade != AnnotatedGrade.NotApplicable))
        {
            var what = $"{GoldenWords.Of(count.Grade)} curated responses of version {count.BotVersion}";
            if (count.Split == GoldenSplit.Tune)
            {
                if (count.Verdicts < options.TuneSize)
                    findings.Note(File, 0, "few_to_tune", count.BotVersion, AtLeast(options.TuneSize, what, "to tune a judge on"), Number(count.Verdicts));
            }
            else if (count.Verdicts < options.LicenceSize)
            {
                findings.Warning(
                    File, 0, "too_few_to_license", count.BotVersion,
                    AtLeast(options.LicenceSize, what, "before any judge can be licensed"), Number(count.Verdicts));
            }
            else if (count.Verdicts < options.ReportSize)
            {
                findings.Warning(
                    File, 0, "too_few_to_report", count.BotVersion,
                    AtLeast(options.ReportSize, what, "before a corrected rate says much"), Number(count.Verdicts));
            }
            else if (count.Verdicts < options.GateSize)
            {
                findings.Note(
                    File, 0, "too_few_to_gate", count.BotVersion,
                    AtLeast(options.GateSize, what, "before a corrected rate may gate a release"), Number(count.Verdicts));
            }
        }

        foreach (var version in counts.Where(count => count.Sampling == GoldenSampling.Random && count.Grade != AnnotatedGrade.NotApplicable)
            .GroupBy(count => count.BotVersion))
        {
            var usable = version.Sum(count => count.Verdicts);
            if (usable < options.RandomSize)
                findings.Note(
                    File, 0, "few_random", version.Key,
                    AtLeast(options.RandomSize, $"good or bad random reviews of version {version.Key}", "to estimate its rate from them"), Number(usable));
        }
    }

    private static string AtLeast(int size, string what, string why) => $"{Number(size)} {what} at least {why}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
