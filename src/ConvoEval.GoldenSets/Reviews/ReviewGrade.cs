using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>A grade as people write it.</summary>
internal static class ReviewGrade
{
    /// <summary>The grade; null when nothing is written, and with a finding when it is no grade. Case, blanks and dashes are forgiven.</summary>
    public static AnnotatedGrade? Read(string? text, string file, int line, FindingList findings)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var word = text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        if (GoldenWords.Grades.TryGetValue(word, out var grade))
            return grade;
        findings.Error(
            file, line, "wrong_grade", "grade", "good, bad, not_applicable or nothing",
            word.Length <= 20 ? $"'{word}'" : "a longer text");
        return null;
    }
}
