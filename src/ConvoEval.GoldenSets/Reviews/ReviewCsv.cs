using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>A review sheet in CSV, as it comes back from a spreadsheet.</summary>
internal static class ReviewCsv
{
    public static List<(int Number, ReviewLine Line)> Parse(string text, string file, FindingList findings)
    {
        var lines = new List<(int, ReviewLine)>();
        var rows = CsvText.Parse(text, out var openQuote);
        if (openQuote > 0)
            findings.Error(file, openQuote, "open_quote", null, "a closing quote", "the end of the file");
        if (rows.Count == 0 || Header(rows[0].Cells, file, findings) is not { } columns)
        {
            if (rows.Count == 0)
                findings.Error(file, 0, "empty_file", null, "a header row", "nothing");
            return lines;
        }

        foreach (var (number, cells) in rows.Skip(1).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))))
        {
            // A spreadsheet may leave empty cells at the end of a row away, but only those that the annotator fills.
            if (cells.Count > rows[0].Cells.Count || cells.Count <= columns["probability"])
                findings.Error(
                    file, number, "wrong_columns", null, $"{Number(rows[0].Cells.Count)} cells, as in the header",
                    Number(cells.Count));
            else if (Line(new Row(columns, cells, file, number, findings)) is { } line)
                lines.Add((number, line));
        }

        return lines;
    }

    private static Dictionary<string, int>? Header(List<string> cells, string file, FindingList findings)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        while (names.Count > 0 && names[^1].Length == 0)
            names.RemoveAt(names.Count - 1);
        for (var i = 0; i < names.Count; i++)
            if (!columns.TryAdd(names[i], i))
                findings.Error(file, 1, "duplicate_column", null, "each column once", $"'{names[i]}' twice");
        var missing = ReviewSheetFormat.Columns.Where(column => !columns.ContainsKey(column)).ToList();
        if (missing.Count > 0)
            findings.Error(file, 1, "missing_column", null, "the columns of the sheet as it was drawn", "none called " + string.Join(", ", missing));
        foreach (var unknown in names.Except(ReviewSheetFormat.Columns, StringComparer.Ordinal))
            findings.Warning(file, 1, "unknown_column", null, "the columns of the sheet as it was drawn", $"'{unknown}' as well");
        return missing.Count > 0 ? null : columns;
    }

    private static ReviewLine? Line(Row row)
    {
        var line = new ReviewLine
        {
            Id = row.Text("id").Trim(),
            Conversation = new ConversationKey(row.Text("source"), row.Text("conversation")),
            TurnIndex = row.Turn(),
            BotVersion = row.Text("version"),
            Day = row.Day(),
            ItemId = row.Filled("item"),
            Question = row.Text("question"),
            Context = row.Text("context"),
            Response = row.Text("response"),
            Probability = row.Probability(),
            Grade = ReviewGrade.Read(row.Text("grade"), row.File, row.Number, row.Findings),
            BadKind = row.Filled("kind")?.ToLowerInvariant(),
            Reason = row.Filled("reason"),
            Annotator = row.Filled("annotator"),
        };
        return row.IsBroken ? null : line;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Row(
        Dictionary<string, int> columns, List<string> cells, string file, int number, FindingList findings)
    {
        public string File => file;

        public int Number => number;

        public FindingList Findings => findings;

        public bool IsBroken { get; private set; }

        public string Text(string column) => columns[column] < cells.Count ? CsvText.Unguarded(cells[columns[column]]) : "";

        public string? Filled(string column) => Text(column).Trim() is { Length: > 0 } text ? text : null;

        public int Turn()
        {
            if (int.TryParse(Text("turn"), NumberStyles.None, CultureInfo.InvariantCulture, out var turn))
                return turn;
            Break("turn", "a whole number from 0");
            return 0;
        }

        /// <summary>The day as it was written; spreadsheets like to turn days into their own notation, which is not guessed at.</summary>
        public DateOnly? Day()
        {
            if (Filled("day") is not { } text)
                return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            // The day of the draw counts, so one in another notation is no loss.
            findings.Warning(file, number, "other_day", "day", "a day as yyyy-MM-dd", "another notation; the day of the draw is kept");
            return null;
        }

        /// <summary>A number with a dot, or with the comma that the spreadsheet of some countries writes.</summary>
        public double Probability()
        {
            var text = Text("probability").Trim();
            if (!text.Contains('.', StringComparison.Ordinal))
                text = text.Replace(',', '.');
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var probability) && double.IsFinite(probability))
                return probability;
            Break("probability", "a number");
            return 0;
        }

        private void Break(string column, string expected)
        {
            IsBroken = true;
            findings.Error(file, number, "wrong_value", column, expected, "something else");
        }
    }
}
