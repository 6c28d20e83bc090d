using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// Turns filled review sheets into a new version of a golden set. The texts and probabilities come from the draw, never from the
/// sheet, and all lines go in or none: leaving out those with mistakes would bend the sample. Pure.
/// </summary>
public static class ReviewImport
{
    /// <summary>More than this share left empty is warned of: what people skip is seldom random.</summary>
    private const double NotReviewedShare = 0.1;

    /// <summary>Checks a sheet against its draw and adds its verdicts to a set.</summary>
    /// <param name="set">The set, which stays as it is.</param>
    /// <param name="drawn">The lines as drawn.</param>
    /// <param name="sheet">The sheet as filled.</param>
    /// <param name="version">Version of the new set.</param>
    /// <param name="annotator">Pseudonym for lines that name none; null = every reviewed line has to.</param>
    public static ReviewImportResult Merge(
        GoldenSet set, IReadOnlyList<ReviewLine> drawn, ReviewSheetReading sheet, string version, string? annotator)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        if (version == set.Version)
            throw new ArgumentException($"Expected a new version, found '{version}', which the set has already.", nameof(version));
        var findings = new FindingList();
        var check = new ReviewCheck(set, drawn, sheet.File, annotator, findings);
        var verdicts = sheet.Lines.Select(entry => check.Verdict(entry.Number, entry.Line)).OfType<GoldenVerdict>().ToList();
        WarnOfGaps(sheet.File, verdicts.Count, drawn.Count, findings);
        var all = (IReadOnlyList<GoldenFinding>)[.. sheet.Findings, .. findings.InOrder()];
        var isClean = all.All(finding => finding.Severity != GoldenSeverity.Error);
        return new ReviewImportResult
        {
            Set = isClean && verdicts.Count > 0
                ? set with
                {
                    Version = version,
                    Digest = "",
                    Verdicts = [.. set.Verdicts.Concat(verdicts).OrderBy(verdict => verdict.Id, StringComparer.Ordinal)],
                }
                : null,
            Findings = all,
            Drawn = drawn.Count,
            Reviewed = verdicts.Count,
            Changes = isClean && verdicts.Count > 0 ? [Sentence(verdicts, drawn)] : [],
        };
    }

    /// <summary>The version after one that ends in a whole number: 1 → 2, 2026.3 → 2026.4; null when it ends otherwise.</summary>
    public static string? NextVersion(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var digits = version.Length;
        while (digits > 0 && char.IsAsciiDigit(version[digits - 1]))
            digits--;
        return long.TryParse(version.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? version[..digits] + (number + 1).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static void WarnOfGaps(string file, int reviewed, int drawn, FindingList findings)
    {
        if (reviewed == 0)
            findings.Warning(file, 0, "not_reviewed", null, "graded lines", "none");
        else if (drawn - reviewed > NotReviewedShare * drawn)
            findings.Warning(
                file, 0, "not_reviewed", null,
                "a grade for nearly every drawn response (what people skip is seldom random)",
                string.Create(CultureInfo.InvariantCulture, $"{reviewed} of {drawn} graded"));
    }

    private static string Sentence(List<GoldenVerdict> verdicts, IReadOnlyList<ReviewLine> drawn)
    {
        var versions = drawn.GroupBy(line => line.BotVersion, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(
                CultureInfo.InvariantCulture,
                $"{verdicts.Count(verdict => verdict.BotVersion == group.Key)} of {group.Count()} of version {group.Key}"));
        var annotators = verdicts.Select(verdict => verdict.Annotator).Distinct().Order(StringComparer.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdicts.Count} verdicts on responses drawn at random added ({string.Join(", ", versions)}), annotated by {string.Join(", ", annotators)}.");
    }
}
