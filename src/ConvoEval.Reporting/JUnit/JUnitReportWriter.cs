using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.JUnit;

/// <summary>
/// Writes junit.xml: a test case for each pinned KPI of the gate's pair and one for critical statements. What fails the gate is a
/// failure; what the data cannot tell, and what a person overrode, is skipped with its reason; silence is never a pass.
/// </summary>
public static class JUnitReportWriter
{
    /// <summary>The document, with LF line ends and without times.</summary>
    /// <exception cref="ArgumentException">The report holds a number that is none, or contradicts itself.</exception>
    public static string Compose(EvaluationReport report)
    {
        var reading = new ReportReading(report);
        IReadOnlyList<TestCase> cases = [.. reading.Pinned.Select(kpi => OfKpi(reading, kpi)), OfCritical(reading)];
        var text = new StringWriter();
        text.NewLine = "\n";
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = true };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, "ConvoEval", cases);
            xml.WriteStartElement("testsuite");
            Counts(xml, "Release gate of " + report.Workspace, cases);
            foreach (var one in cases)
                Write(xml, one);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static TestCase OfKpi(ReportReading reading, KpiReading kpi)
    {
        var definition = kpi.Definition;
        var name = reading.Older is null ? definition.Name : $"{definition.Name}: {reading.Newest} against {reading.Older}";
        if (kpi.Comparison is not { } comparison)
            return new TestCase("kpi." + definition.Id, name, null, reading.Older is null ? "no second version to compare" : "not compared");

        var word = Words.Comparison(comparison, definition.Direction).Text;
        var difference = comparison.Difference is null ? "" : $": {Sentences.Difference(definition, comparison)}; {Sentences.Pairs(comparison)}";
        var detail = $"{word}{difference}. {comparison.Explanation}".TrimEnd();
        return comparison.Verdict switch
        {
            ComparisonVerdict.Worse when Override(reading, definition.Id) is { } given => new("kpi." + definition.Id, name, null, given + " " + detail),
            ComparisonVerdict.Worse => new("kpi." + definition.Id, name, detail, null),
            ComparisonVerdict.NotEnoughData or ComparisonVerdict.NotComparable => new("kpi." + definition.Id, name, null, detail),
            _ => new("kpi." + definition.Id, name, null, null),
        };
    }

    private static TestCase OfCritical(ReportReading reading)
    {
        var version = reading.Newest;
        var found = reading.Report.CriticalStatements.Where(failure => version is null || failure.BotVersion == version).ToList();
        var name = version is null ? "Critical statements" : "Critical statements of " + version;
        if (found.Count == 0)
            return new TestCase("critical_statements", name, null, reading.IsAdherenceGraded(version) ? null : "nothing was graded for them");

        var detail = $"{Figures.Count(found.Count, "critical statement")}: "
            + string.Join("; ", found.Select(failure => $"{failure.Conversation} turn {failure.TurnIndex} ({failure.SubjectId ?? "no subject"}): {failure.Explanation}"));
        return Override(reading, "critical_statements") is { } given
            ? new TestCase("critical_statements", name, null, given + " " + detail)
            : new TestCase("critical_statements", name, detail, null);
    }

    private static string? Override(ReportReading reading, string subject)
    {
        var given = reading.Report.Gate?.Overrides.FirstOrDefault(one => one.Subject == subject || one.Subject == "all");
        return given is null ? null : $"Overridden by {given.Author} until {Figures.Day(given.Expires)}: {given.Reason}.";
    }

    private static void Counts(XmlWriter xml, string name, IReadOnlyList<TestCase> cases)
    {
        xml.WriteAttributeString("name", VisibleText.OneLine(name));
        xml.WriteAttributeString("tests", Figures.Plain(cases.Count));
        xml.WriteAttributeString("failures", Figures.Plain(cases.Count(one => one.Failure is not null)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Figures.Plain(cases.Count(one => one.Skipped is not null)));
    }

    private static void Write(XmlWriter xml, TestCase one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "convoeval." + VisibleText.OneLine(one.Id));
        xml.WriteAttributeString("name", VisibleText.OneLine(one.Name));
        if (one.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", VisibleText.OneLine(failure));
            xml.WriteAttributeString("type", "gate");
            xml.WriteEndElement();
        }
        else if (one.Skipped is { } skipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", VisibleText.OneLine(skipped));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private sealed record TestCase(string Id, string Name, string? Failure, string? Skipped);
}
