using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Unicode;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// Reads review sheets as people give them back: JSON lines or CSV with comma, semicolon or tab, with or without a byte order mark and
/// carriage returns. Whether the lines are those of the draw is for <see cref="ReviewImport"/> to say.
/// </summary>
public static class ReviewSheetReader
{
    /// <summary>Reads a sheet; what cannot be read is a finding.</summary>
    public static async Task<ReviewSheetReading> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var isCsv = ReviewSheetFormat.IsCsv(path);
        var file = Path.GetFileName(path);
        var findings = new FindingList();
        IReadOnlyList<(int, ReviewLine)> lines = [];
        if (await LineFile.ReadAsync(path, file, findings, cancellationToken) is { } bytes)
        {
            var text = LineFile.WithoutMark(bytes);
            if (!Utf8.IsValid(text.Span))
                findings.Error(file, 0, "invalid_utf8", null, "UTF-8 (in a spreadsheet: save as CSV UTF-8)", "bytes that are none");
            else if (isCsv)
                lines = ReviewCsv.Parse(Encoding.UTF8.GetString(text.Span), file, findings);
            else
                lines = JsonLines(bytes, file, findings);
        }

        return new ReviewSheetReading { File = file, Lines = lines, Findings = findings.InOrder() };
    }

    private static List<(int, ReviewLine)> JsonLines(byte[] bytes, string file, FindingList findings)
    {
        var lines = new List<(int, ReviewLine)>();
        foreach (var line in LineFile.Lines(bytes, file, findings))
        {
            using var document = JsonText.Parse(line.Bytes, file, line.Number, findings);
            if (document is null)
                continue;
            var fields = new JsonFields(document.RootElement, findings, file, _ => line.Number);
            var key = fields.Inner("conversation", inner => new KeyFields(inner.Text("source"), inner.Text("id")));
            var review = new ReviewLine
            {
                Id = fields.Text("id"),
                Conversation = key is null ? default : new ConversationKey(key.Source, key.Id),
                TurnIndex = fields.Whole("turn", 0, int.MaxValue),
                BotVersion = fields.Text("version"),
                Day = fields.OptionalDay("day"),
                ItemId = NullIfBlank(fields.OptionalText("item")),
                Question = fields.Text("question", mayBeBlank: true),
                Context = fields.OptionalText("context") ?? "",
                Response = fields.Text("response", mayBeBlank: true),
                Probability = fields.OptionalNumber("probability") ?? 0,
                Grade = ReviewGrade.Read(fields.OptionalText("grade"), file, line.Number, findings),
                BadKind = NullIfBlank(fields.OptionalText("kind")),
                Reason = NullIfBlank(fields.OptionalText("reason")),
                Annotator = NullIfBlank(fields.OptionalText("annotator")),
            };
            fields.WarnOfUnknown();
            if (!fields.IsBroken)
                lines.Add((line.Number, review));
        }

        return lines;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record KeyFields(string Source, string Id);
}
