using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ConvoEval.Domain.Labels;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

/// <summary>
/// Counts by class. A marked span is found when at least nine tenths of its characters are masked by a span of its
/// class. A masked span is right when it overlaps a mark of its class, beside when it overlaps only marks of a class
/// that is personal but not ours (a passport, a bank account), and wrong otherwise.
/// </summary>
internal sealed class PiiScore
{
    private static readonly Dictionary<string, string> Map = new(StringComparer.Ordinal)
    {
        ["CREDIT_CARD"] = "CARD",
        ["PHONE_NUMBER"] = "PHONE",
        ["EMAIL_ADDRESS"] = "EMAIL",
        ["IBAN_CODE"] = "IBAN",
        ["US_SSN"] = "NATIONAL_ID",
        ["SOCIAL_SECURITY_NUMBER"] = "NATIONAL_ID",
        ["NATIONAL_ID_NUMBER"] = "NATIONAL_ID",
        ["IP_ADDRESS"] = "IP",
        ["DATE_OF_BIRTH"] = "DATE_OF_BIRTH",
        ["BIRTH"] = "DATE_OF_BIRTH",
    };

    private static readonly HashSet<string> Beside = new(StringComparer.Ordinal)
    {
        "PASSPORT_NUMBER", "DRIVER_LICENSE_NUMBER", "US_DRIVER_LICENSE", "MEDICAL_RECORD_NUMBER", "BAR_NUMBER",
    };

    private readonly SortedDictionary<string, int[]> _rows = new(StringComparer.Ordinal);

    /// <summary>What went wrong, for tuning on the even half.</summary>
    public List<string> Errors { get; } = [];

    public double Recall(string row) => Row(row) is var r && r[0] == 0 ? 1 : (double)r[1] / r[0];

    public double Precision(string row) => Row(row) is var r && r[2] + r[4] == 0 ? 1 : (double)r[2] / (r[2] + r[4]);

    public int Marked(string row) => Row(row)[0];

    public void Add(PiiCorpus.Item item, IReadOnlyList<PiiSpan> spans)
    {
        foreach (var gold in item.Spans)
        {
            if (Map.TryGetValue(gold.Type, out var entity))
            {
                var isFound = Covered(gold, spans, entity) * 10 >= (gold.End - gold.Start) * 9;
                Count(entity, item, 0);
                Count(entity, item, isFound ? 1 : -1);
                if (!isFound)
                {
                    Errors.Add($"missed {item.File} {gold.Type}: {Around(item.Text, gold.Start, gold.End)}");
                }
            }
        }

        foreach (var span in spans)
        {
            var verdict = Judge(item, span);
            Count(span.Entity, item, verdict);
            if (verdict == 4)
            {
                Errors.Add($"wrong {item.File} {span.Entity}: {Around(item.Text, span.Start, span.End)}");
            }
        }
    }

    /// <summary>The table in Markdown.</summary>
    public string ToMarkdown()
    {
        var table = new StringBuilder();
        table.Append("| class | marked | found | recall | masked | right | beside | wrong | precision |\n");
        table.Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var (name, row) in _rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {row[0]} | {row[1]} | {Recall(name):0.000} | ")
                .Append(CultureInfo.InvariantCulture, $"{row[2] + row[3] + row[4]} | {row[2]} | {row[3]} | {row[4]} | ")
                .Append(CultureInfo.InvariantCulture, $"{Precision(name):0.000} |\n");
        }

        return table.ToString();
    }

    private static int Judge(PiiCorpus.Item item, PiiSpan span)
    {
        var isBeside = false;
        foreach (var gold in item.Spans)
        {
            if (gold.Start >= span.End || span.Start >= gold.End)
            {
                continue;
            }

            if (Map.TryGetValue(gold.Type, out var entity) && entity == span.Entity)
            {
                return 2;
            }

            isBeside |= Beside.Contains(gold.Type);
        }

        return isBeside ? 3 : 4;
    }

    private static int Covered(PiiCorpus.GoldSpan gold, IReadOnlyList<PiiSpan> spans, string entity)
    {
        var covered = 0;
        foreach (var span in spans)
        {
            if (span.Entity == entity)
            {
                covered += Math.Max(0, Math.Min(span.End, gold.End) - Math.Max(span.Start, gold.Start));
            }
        }

        return covered;
    }

    private void Count(string entity, PiiCorpus.Item item, int column)
    {
        if (column < 0)
        {
            return;
        }

        Row(entity)[column]++;
        Row($"{entity} ({item.File})")[column]++;
        if (item.Adversarial is not null)
        {
            Row($"kind {item.Adversarial}")[column]++;
        }
    }

    private int[] Row(string name)
    {
        if (!_rows.TryGetValue(name, out var row))
        {
            _rows[name] = row = new int[5];
        }

        return row;
    }

    private static string Around(string text, int start, int end) =>
        $"{text[Math.Max(0, start - 40)..start]}>>{text[start..end]}<<{text[end..Math.Min(text.Length, end + 15)]}"
            .ReplaceLineEndings("\\n");
}
