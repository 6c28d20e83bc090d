using System;
using System.Linq;
using System.Text;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Markdown;

/// <summary>
/// Writes Markdown in which text can only be text: every piece is made visible, put on one line and escaped, so that it opens no
/// table cell, code, link, emphasis or HTML.
/// </summary>
internal sealed class MarkdownBuilder
{
    private readonly StringBuilder _out = new();

    /// <summary>A heading of level 1 to 6.</summary>
    public MarkdownBuilder Heading(int level, string text)
    {
        Gap();
        _out.Append('#', level).Append(' ').Append(Escape(text)).Append('\n');
        return this;
    }

    /// <summary>A paragraph.</summary>
    public MarkdownBuilder Paragraph(string text)
    {
        Gap();
        _out.Append(LineStart(Escape(text))).Append('\n');
        return this;
    }

    /// <summary>A paragraph in bold with text after it.</summary>
    public MarkdownBuilder Strong(string strong, string rest)
    {
        Gap();
        _out.Append("**").Append(Escape(strong)).Append("**").Append(Escape(rest)).Append('\n');
        return this;
    }

    /// <summary>A list, numbered or not.</summary>
    public MarkdownBuilder List(bool isNumbered, params ReadOnlySpan<string> items)
    {
        if (items.Length == 0)
            return this;
        Gap();
        for (var i = 0; i < items.Length; i++)
            _out.Append(isNumbered ? Figures.Plain(i + 1) + ". " : "- ").Append(LineStart(Escape(items[i]))).Append('\n');
        return this;
    }

    /// <summary>Quoted lines that say who spoke; the marked one is the one that failed.</summary>
    public MarkdownBuilder Quotes(params ReadOnlySpan<(string Who, string Text, bool IsMarked)> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var (who, text, isMarked) = lines[i];
            _out.Append(i == 0 ? "\n" : ">\n");
            _out.Append("> **").Append(Escape(who)).Append(":** ").Append(isMarked ? "✕ " : "").Append(Escape(text)).Append('\n');
        }

        return this;
    }

    /// <summary>A table; every row has as many cells as there are columns.</summary>
    /// <exception cref="ArgumentException">A row has another number of cells.</exception>
    public MarkdownBuilder Table(string[] columns, params ReadOnlySpan<string[]> rows)
    {
        Gap();
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
        foreach (var row in rows)
        {
            if (row.Length != columns.Length)
                throw new ArgumentException($"Expected {columns.Length} cells, found {row.Length}.", nameof(rows));
            Row([.. row.Select(Escape)]);
        }

        return this;
    }

    /// <summary>The finished text.</summary>
    public string Finish() => _out.ToString();

    /// <summary>Text that Markdown shows as it is.</summary>
    public static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in VisibleText.OneLine(text).Trim(' '))
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '#' or '$')
                escaped.Append('\\');
            escaped.Append(letter);
        }

        // Bare addresses would become links.
        return escaped.Replace("://", "\\://").Replace("www.", "www\\.").ToString();
    }

    private void Gap()
    {
        if (_out.Length > 0)
            _out.Append('\n');
    }

    private void Row(string[] cells) => _out.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>A line that would begin a list or underline a heading gets a backslash at the sign that does it.</summary>
    private static string LineStart(string escaped)
    {
        if (escaped.Length > 0 && escaped[0] is '-' or '+' or '=')
            return "\\" + escaped;
        var digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < escaped.Length && escaped[digits] is '.' or ')' ? escaped.Insert(digits, "\\") : escaped;
    }
}
