using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Can the judges be trusted: licences, coverage, and where classifier and bot disagree.</summary>
internal static class TrustSection
{
    private const int ShownDisagreements = 25;

    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("judges", "Can I trust the judges?",
            "A judge may count only after it was held against golden verdicts. Sensitivity: of the good responses, how many it passes. "
            + "Specificity: of the bad ones, how many it catches.");
        WriteLicences(html, reading.Report);
        WriteCoverage(html, reading.Report.Ledger);
        WriteDisagreements(html, reading.Report);
        html.Close("section");
    }

    private static void WriteLicences(HtmlBuilder html, EvaluationReport report)
    {
        html.Element("h3", "Licences");
        if (report.Licences.Count == 0)
        {
            html.Nothing("No judge was held against golden verdicts, so nothing judged may count.");
            return;
        }

        html.Table("Licences of the judges", asCards: true,
            "Judge", "Version", "Licence", "Sensitivity", "Specificity", "No grade", "Golden verdicts", "Why");
        foreach (var licence in report.Licences)
            WriteLicence(html, licence);
        html.CloseTable();
    }

    private static void WriteLicence(HtmlBuilder html, JudgeLicence licence)
    {
        html.Row().Head($"{licence.Judge}, {Words.Snake(licence.Criterion)}");
        html.Cell("Version", licence.BotVersion ?? "all together");
        html.Cell("Licence", cell => cell.Chip(Words.Licence(licence.State)));
        html.Number("Sensitivity", Rate(licence.Sensitivity, licence.SensitivityLow, licence.SensitivityHigh,
            licence.GoodPassed, licence.GoodPassed + licence.GoodFailed, "good"));
        html.Number("Specificity", Rate(licence.Specificity, licence.SpecificityLow, licence.SpecificityHigh,
            licence.BadFailed, licence.BadPassed + licence.BadFailed, "bad"));
        html.Number("No grade", $"{Figures.Count(licence.Abstained)} abstained, {Figures.Count(licence.Unscored)} unscored");
        html.Cell("Golden verdicts", $"{licence.GoldenSet}, {Words.Annotator(licence.Annotator)}");
        html.Cell("Why", string.Join(' ', licence.Reasons), "small");
        html.Close("tr");
    }

    private static string Rate(double? rate, double? low, double? high, long part, long whole, string kind)
    {
        if (rate is not { } value)
            return $"no {kind} ones in the golden set";
        var interval = low is { } from && high is { } to
            ? $" ({Figures.Interval(Domain.Kpis.KpiUnit.Share, from, to)}, {Figures.Count(part)} of {Figures.Count(whole)} {kind} ones)"
            : $" (no interval, {Figures.Count(part)} of {Figures.Count(whole)} {kind} ones)";
        return Figures.Percent(value) + interval;
    }

    private static void WriteCoverage(HtmlBuilder html, IReadOnlyList<LedgerLine> ledger)
    {
        html.Element("h3", "Coverage");
        if (ledger.Count == 0)
        {
            html.Nothing("Nothing was up for judging.");
            return;
        }

        var lines = ledger.Select(line => (Line: line, Parts: Partition.Of(line))).ToList();
        var names = Partition.Names(lines.Select(entry => entry.Parts));
        StackedBar.WriteLegend(html, names);
        html.Table("What became of everything up for judging; each line adds up to 100 %", asCards: true,
            ["Judge", "Version", "Drawn", .. names, "All"]);
        foreach (var (line, parts) in lines)
        {
            html.Row().Head($"{Words.Snake(line.Criterion)}, {line.Judge}").Cell("Version", Words.Version(line.BotVersion));
            html.Cell("Drawn", cell => StackedBar.Write(cell, $"Coverage of {line.Criterion}, {Words.OfVersion(line.BotVersion)}", parts), "drawn");
            foreach (var name in names)
                html.Number(name, parts.Find(name).ToString());
            html.Number("All", line.Total == 0 ? "nothing to judge" : $"100\u00A0% ({Figures.Count(line.Total)})").Close("tr");
        }

        html.CloseTable();
    }

    private static void WriteDisagreements(HtmlBuilder html, EvaluationReport report)
    {
        html.Element("h3", "Where classifier and bot understood different things");
        if (report.Disagreements.Count == 0)
        {
            html.Nothing("No disagreement was found, or the source does not say what the bot understood.");
            return;
        }

        html.Table("User turns by what each understood", asCards: true, "Bot understood", "Classifier says", "Version", "User turns");
        foreach (var line in report.Disagreements.Take(ShownDisagreements))
            html.Row().Head(Words.Snake(line.BotIntent)).Cell("Classifier says", Words.Snake(line.ClassifierIntent))
                .Cell("Version", Words.Version(line.BotVersion)).Number("User turns", Figures.Count(line.Turns)).Close("tr");
        html.CloseTable();
        var rest = report.Disagreements.Skip(ShownDisagreements).ToList();
        if (rest.Count > 0)
            html.Element("p", $"and {Figures.Count(rest.Count, "more pair")} of intents on {Figures.Count(rest.Sum(line => line.Turns), "user turn")}.", ("class", "note"));
    }
}
