using System;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Small parts that every section uses.</summary>
internal static class Parts
{
    /// <summary>Opens a section with its heading; the caller closes "section".</summary>
    public static HtmlBuilder Section(this HtmlBuilder html, string id, string title, string? lead)
    {
        html.Open("section", ("id", id), ("aria-labelledby", id + "-title"));
        html.Element("h2", title, ("id", id + "-title"));
        if (lead is not null)
            html.Element("p", lead, ("class", "lead"));
        return html;
    }

    /// <summary>A word with its sign. The sign is hidden from screen readers, because the word says it.</summary>
    public static HtmlBuilder Chip(this HtmlBuilder html, Word word)
    {
        html.Open("span", ("class", "chip " + ToneClass(word.Tone)));
        html.Element("span", word.Sign, ("class", "sign"), ("aria-hidden", "true"));
        return html.Text(" " + word.Text).Close("span");
    }

    /// <summary>Class of a tone in the style sheet.</summary>
    public static string ToneClass(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Unsure => "unsure",
        _ => "plain",
    };

    /// <summary>
    /// Opens a table that scrolls on its own when the page is narrow, or, as cards, breaks into one block a row. Roles are written out
    /// because blocks would take them away from screen readers. The caller closes with <see cref="CloseTable"/>.
    /// </summary>
    public static HtmlBuilder Table(this HtmlBuilder html, string caption, bool asCards, params ReadOnlySpan<string> columns)
    {
        html.Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0"));
        html.Open("table", ("class", asCards ? "cards" : null), ("role", "table"));
        html.Element("caption", caption);
        html.Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row"));
        foreach (var column in columns)
            html.Element("th", column, ("scope", "col"), ("role", "columnheader"));
        return html.Close("tr").Close("thead").Open("tbody", ("role", "rowgroup"));
    }

    /// <summary>Closes what <see cref="Table"/> opened.</summary>
    public static HtmlBuilder CloseTable(this HtmlBuilder html) => html.Close("tbody").Close("table").Close("div");

    /// <summary>Opens a row.</summary>
    public static HtmlBuilder Row(this HtmlBuilder html, string? style = null) =>
        html.Open("tr", ("role", "row"), ("class", style));

    /// <summary>The head of a row.</summary>
    public static HtmlBuilder Head(this HtmlBuilder html, string text) =>
        html.Element("th", text, ("scope", "row"), ("role", "rowheader"));

    /// <summary>A cell of text, with the name of its column for narrow pages.</summary>
    public static HtmlBuilder Cell(this HtmlBuilder html, string column, string text, string? style = null) =>
        html.Element("td", text, ("role", "cell"), ("data-label", column), ("class", style));

    /// <summary>A cell of numbers.</summary>
    public static HtmlBuilder Number(this HtmlBuilder html, string column, string text) => html.Cell(column, text, "num");

    /// <summary>A cell with content of its own.</summary>
    public static HtmlBuilder Cell(this HtmlBuilder html, string column, Action<HtmlBuilder> content, string? style = null)
    {
        html.Open("td", ("role", "cell"), ("data-label", column), ("class", style));
        content(html);
        return html.Close("td");
    }

    /// <summary>A sentence that stands where a table would stand if there were anything to show.</summary>
    public static HtmlBuilder Nothing(this HtmlBuilder html, string text) => html.Element("p", text, ("class", "nothing"));
}
