using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>A failure with the words around it; evidence is highlighted where it stands in the excerpt.</summary>
internal static class FailureCard
{
    public static void Write(HtmlBuilder html, Failure failure, bool isTitled)
    {
        html.Open("article", ("class", failure.Kind == FailureKind.CriticalStatement ? "failure critical" : "failure"));
        html.Open("p", ("class", "why"));
        if (failure.IsNew)
            html.Element("span", "new", ("class", "tag new")).Text(" ");
        html.Element("strong", failure.Explanation).Close("p");
        html.Open("ol", ("class", "turns"));
        foreach (var turn in failure.Excerpt)
            WriteTurn(html, failure, turn);
        html.Close("ol");
        foreach (var evidence in failure.Evidence.Where(evidence => !IsInExcerpt(failure, evidence)))
            html.Open("p", ("class", "note")).Text($"Evidence in turn {Number(evidence.TurnIndex)}: ").Element("mark", evidence.Quote).Close("p");
        html.Element("p", Place(failure, isTitled), ("class", "place")).Close("article");
    }

    private static void WriteTurn(HtmlBuilder html, Failure failure, ExcerptTurn turn)
    {
        html.Open("li", ("class", $"turn {turn.Role.ToString().ToLowerInvariant()}{(turn.IsMarked ? " failed" : "")}"));
        html.Open("span", ("class", "who")).Text(Words.Role(turn.Role));
        if (turn.IsMarked)
            html.Text(" ").Element("span", "✕ failed here", ("class", "tag bad"));
        html.Close("span").Open("span", ("class", "text"), ("dir", "auto"));
        var at = 0;
        foreach (var (start, end) in Spans(failure, turn))
        {
            html.Text(turn.Text[at..start]).Element("mark", turn.Text[start..end]);
            at = end;
        }

        html.Text(turn.Text[at..]);
        if (turn.Text.Length == 0)
            html.Element("em", "no text");
        html.Close("span").Close("li");
    }

    /// <summary>Evidence in a turn as spans in order that do not overlap.</summary>
    private static List<(int Start, int End)> Spans(Failure failure, ExcerptTurn turn)
    {
        var spans = new List<(int Start, int End)>();
        foreach (var found in failure.Evidence.Where(evidence => evidence.TurnIndex == turn.Index)
            .Select(evidence => Find(turn.Text, evidence)).OfType<(int Start, int End)>().Order())
        {
            if (spans.Count > 0 && found.Start <= spans[^1].End)
                spans[^1] = (spans[^1].Start, Math.Max(spans[^1].End, found.End));
            else
                spans.Add(found);
        }

        return spans;
    }

    /// <summary>Where a quote stands: at its offsets, or anywhere when the excerpt was shortened; null when it is not there.</summary>
    private static (int Start, int End)? Find(string text, Evidence evidence)
    {
        if (evidence.Quote.Length == 0)
            return null;
        if (evidence.Start >= 0 && evidence.End <= text.Length && evidence.End - evidence.Start == evidence.Quote.Length
            && string.CompareOrdinal(text, evidence.Start, evidence.Quote, 0, evidence.Quote.Length) == 0)
            return (evidence.Start, evidence.End);
        var at = text.IndexOf(evidence.Quote, StringComparison.Ordinal);
        return at < 0 ? null : (at, at + evidence.Quote.Length);
    }

    private static bool IsInExcerpt(Failure failure, Evidence evidence) =>
        failure.Excerpt.Any(turn => turn.Index == evidence.TurnIndex && Find(turn.Text, evidence) is not null);

    private static string Place(Failure failure, bool isTitled)
    {
        var parts = new List<string> { failure.Conversation.ToString(), "turn " + Number(failure.TurnIndex) };
        if (isTitled)
        {
            parts.Add(Words.OfVersion(failure.BotVersion));
            parts.Add(Words.Intent(failure.Intent));
        }

        if (failure.Night is { } night)
            parts.Add(Figures.Day(night));
        if (failure.SubjectId is { } subject)
            parts.Add("about " + subject);
        return string.Join(" · ", parts);
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
