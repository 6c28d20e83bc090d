using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// Writes review sheets: JSON lines (<c>.jsonl</c>), or CSV (<c>.csv</c>) with a byte order mark, by which spreadsheets know UTF-8.
/// Equal lines give equal bytes.
/// </summary>
public static class ReviewSheetWriter
{
    /// <summary>Writes a sheet in the order of the lines, by way of a temporary file beside it.</summary>
    public static async Task WriteAsync(IReadOnlyList<ReviewLine> lines, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var bytes = ReviewSheetFormat.IsCsv(path) ? Csv(lines) : JsonLines(lines);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory)
            Directory.CreateDirectory(directory);
        await File.WriteAllBytesAsync(path + ".part", bytes, cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static byte[] Csv(IReadOnlyList<ReviewLine> lines)
    {
        var text = new StringBuilder("\uFEFF");
        CsvText.Append(text, ReviewSheetFormat.Columns);
        foreach (var line in lines)
            CsvText.Append(text,
            [
                line.Id, line.Conversation.Source, line.Conversation.SourceId,
                line.TurnIndex.ToString(CultureInfo.InvariantCulture), line.BotVersion,
                line.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", line.ItemId ?? "",
                line.Question, line.Context, line.Response, line.Probability.ToString("R", CultureInfo.InvariantCulture),
                line.Grade is { } grade ? GoldenWords.Of(grade) : "", line.BadKind ?? "", line.Reason ?? "",
                line.Annotator ?? "",
            ]);
        return new UTF8Encoding(false, true).GetBytes(text.ToString());
    }

    private static byte[] JsonLines(IReadOnlyList<ReviewLine> lines)
    {
        var json = new CanonicalJson();
        foreach (var line in lines)
            json.Open('{')
                .Name("id").Value(line.Id)
                .Name("conversation").Open('{')
                .Name("source").Value(line.Conversation.Source)
                .Name("id").Value(line.Conversation.SourceId)
                .Close('}')
                .Name("turn").Value(line.TurnIndex)
                .Name("version").Value(line.BotVersion)
                .Name("day").Value(line.Day)
                .Name("item").Value(line.ItemId)
                .Name("question").Value(line.Question)
                .Name("context").Value(line.Context)
                .Name("response").Value(line.Response)
                .Name("probability").Value(line.Probability)
                .Name("grade").Value(line.Grade is { } grade ? GoldenWords.Of(grade) : null)
                .Name("kind").Value(line.BadKind)
                .Name("reason").Value(line.Reason)
                .Name("annotator").Value(line.Annotator)
                .Close('}')
                .LineEnd();
        return json.ToBytes();
    }
}
