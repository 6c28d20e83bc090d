using System;
using System.Collections.Generic;
using System.Text;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// CSV as RFC 4180 has it, for spreadsheets. Cells that a spreadsheet would take for a formula get an apostrophe in front, which
/// reading takes away again.
/// </summary>
internal static class CsvText
{
    private const string Risky = "=+-@\t\r'";

    /// <summary>Appends a row that ends in a line feed.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            var cell = cells[i].Length > 0 && Risky.Contains(cells[i][0]) ? "'" + cells[i] : cells[i];
            if (cell.AsSpan().IndexOfAny(",;\t\"\r\n") < 0)
                text.Append(cell);
            else
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append('\n');
    }

    /// <summary>The cell without the apostrophe that guarded it.</summary>
    public static string Unguarded(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && Risky.Contains(cell[1]) ? cell[1..] : cell;

    /// <summary>
    /// Rows with the line on which each begins. The separator is what stands between the first cells: comma, semicolon or tab, as the
    /// spreadsheet of some countries has it. A quote that is not closed gives <paramref name="openQuoteLine"/> above 0.
    /// </summary>
    public static List<(int Line, List<string> Cells)> Parse(string text, out int openQuoteLine)
    {
        var rows = new List<(int, List<string>)>();
        var separator = Separator(text);
        var cell = new StringBuilder();
        var cells = new List<string>();
        var line = 1;
        var rowLine = 1;
        openQuoteLine = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (openQuoteLine > 0)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else
                    openQuoteLine = 0;
            }
            else if (c == '"' && cell.Length == 0)
            {
                openQuoteLine = line;
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c == '\n')
            {
                EndRow();
                rowLine = line;
            }
            else if (c != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
            EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add((rowLine, cells));
            cells = [];
        }
    }

    private static char Separator(string text)
    {
        var end = text.IndexOf('\n');
        var header = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        var at = header.IndexOfAny(",;\t");
        return at < 0 ? ',' : header[at];
    }
}
