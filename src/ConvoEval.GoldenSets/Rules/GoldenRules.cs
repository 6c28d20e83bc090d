using System;
using System.Text.RegularExpressions;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Rules;

/// <summary>What makes a golden set valid beyond the shape of its lines; the same for a set read and a set to be written.</summary>
internal static partial class GoldenRules
{
    /// <summary>Notes everything that is wrong. O(items + verdicts), sorting aside.</summary>
    /// <param name="set">The set, which may be any.</param>
    /// <param name="itemLine">Line of the item at an index.</param>
    /// <param name="verdictLine">Line of the verdict at an index.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static void Check(GoldenSet set, Func<int, int> itemLine, Func<int, int> verdictLine, FindingList findings)
    {
        ItemRules.Check(set.Items, itemLine, findings);
        VerdictRules.Check(set, verdictLine, findings);
    }

    /// <summary>Notes what is wrong with what the manifest says.</summary>
    public static void CheckManifest(GoldenManifest manifest, FindingList findings)
    {
        Named("name", manifest.Name);
        Named("version", manifest.Version);
        if (manifest.Schema is not ("" or GoldenFileNames.Schema))
            Wrong("schema", "wrong_schema", GoldenFileNames.Schema, "another schema");
        if (manifest.Annotator is not ("" or GoldenWords.Authored or GoldenWords.Human))
            Wrong("annotator", "wrong_value", "authored or human", "another word");

        void Named(string field, string value)
        {
            if (value.Length > 0 && !Name().IsMatch(value))
                Wrong(field, "wrong_value", "1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first", "another name");
        }

        void Wrong(string field, string code, string expected, string found) =>
            findings.Error(GoldenFileNames.Manifest, manifest.Lines.Of(field), code, field, expected, found);
    }

    /// <summary>Notes ids that are twice there or out of their (ordinal) order.</summary>
    public static void CheckId(string id, string? before, bool isNew, string file, int line, FindingList findings)
    {
        if (!isNew)
            findings.Error(file, line, "duplicate_id", id, "an id of its own", "an id that stands there already");
        else if (before is not null && string.CompareOrdinal(before, id) > 0)
            findings.Error(file, line, "not_sorted", id, "lines in ordinal order of id", $"an id that belongs before '{before}'");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
