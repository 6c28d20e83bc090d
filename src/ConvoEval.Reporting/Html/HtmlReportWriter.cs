using System;
using System.Collections.Generic;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>
/// Writes a report as one HTML page that opens anywhere: no file beside it, no font or script from elsewhere, complete without
/// script, in light and dark, on a phone and on paper. Text of conversations can only be text in it.
/// </summary>
public static class HtmlReportWriter
{
    private static readonly (string Id, string Name)[] Sections =
    [
        ("verdict", "Verdict"), ("kpis", "KPIs"), ("new", "New"), ("comparison", "Comparison"), ("failures", "Failures"),
        ("outcomes", "Outcomes"), ("judges", "Judges"), ("inputs", "Inputs"), ("provenance", "Provenance"), ("intents", "Intents"),
        ("methods", "Methods"),
    ];

    /// <summary>The page, with LF line ends. Equal reports give equal text.</summary>
    /// <exception cref="ArgumentException">The report holds a number that is none, or contradicts itself.</exception>
    public static string Compose(EvaluationReport report)
    {
        var reading = new ReportReading(report);
        var html = new HtmlBuilder();
        html.Open("html", ("lang", "en"));
        WriteHead(html, reading);
        html.Open("body").Element("a", "Skip to the verdict", ("class", "skip"), ("href", "#verdict"));
        WriteHeader(html, report);
        html.Open("main");
        VerdictSection.Write(html, reading);
        KpiSection.Write(html, reading);
        NewsSection.Write(html, reading);
        ComparisonSection.Write(html, reading);
        FailureSection.Write(html, reading);
        OutcomeSection.Write(html, reading);
        TrustSection.Write(html, reading);
        InputSection.Write(html, report);
        InputSection.WriteProvenance(html, report.Provenance);
        SegmentSection.Write(html, reading);
        MethodSection.Write(html, reading);
        html.Close("main");
        html.Open("footer").Element("p", $"ConvoEval · run {report.Run}").Close("footer");
        html.Resource("script", PageResource.Script).Close("body").Close("html");
        return html.Finish();
    }

    private static void WriteHead(HtmlBuilder html, ReportReading reading)
    {
        html.Open("head").Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content",
            $"default-src 'none'; style-src {PageResource.Style.SecurityHash}; script-src {PageResource.Script.SecurityHash}; "
            + "base-uri 'none'; form-action 'none'"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Element("title", $"{Verdicts.Headline(reading).Text} — {reading.Report.Workspace}");
        html.Resource("style", PageResource.Style).Close("head");
    }

    private static void WriteHeader(HtmlBuilder html, EvaluationReport report)
    {
        html.Open("header", ("class", "top")).Open("div", ("class", "brand"));
        html.Element("strong", "ConvoEval").Text(" ").Element("span", string.Join(" · ", Names(report)), ("class", "where"));
        html.Element("button", "Dark or light", ("type", "button"), ("id", "theme"), ("hidden", "")).Close("div");
        html.Open("nav", ("aria-label", "Parts of the report")).Open("ul");
        foreach (var (id, name) in Sections)
            html.Open("li").Element("a", name, ("href", "#" + id)).Close("li");
        html.Close("ul").Close("nav").Close("header");
    }

    private static IEnumerable<string> Names(EvaluationReport report)
    {
        yield return report.Workspace;
        if (report.Bot is { } bot)
            yield return "bot " + bot;
        yield return "run " + report.Run;
    }
}
