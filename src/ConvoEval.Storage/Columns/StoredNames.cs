using System;
using System.Diagnostics;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage.Columns;

/// <summary>
/// Names of grades and reasons in columns. They stay when the members of the enums are renamed or reordered.
/// </summary>
internal static class StoredNames
{
    public static string Write(Grade grade) => grade switch
    {
        Grade.Pass => "pass",
        Grade.Fail => "fail",
        Grade.NotContradicted => "not_contradicted",
        Grade.Contradicted => "contradicted",
        _ => throw new UnreachableException($"Grade {grade} has no stored name."),
    };

    public static Grade ReadGrade(string column) => column switch
    {
        "pass" => Grade.Pass,
        "fail" => Grade.Fail,
        "not_contradicted" => Grade.NotContradicted,
        "contradicted" => Grade.Contradicted,
        _ => throw new FormatException($"'{column}' is no stored grade."),
    };

    public static string Write(UnscoredReason reason) => reason switch
    {
        UnscoredReason.Unparsable => "unparsable",
        UnscoredReason.Truncated => "truncated",
        UnscoredReason.Refused => "refused",
        UnscoredReason.EvidenceNotFound => "evidence_not_found",
        UnscoredReason.Transport => "transport",
        UnscoredReason.Budget => "budget",
        UnscoredReason.TooLarge => "too_large",
        _ => throw new UnreachableException($"Reason {reason} has no stored name."),
    };

    public static UnscoredReason ReadReason(string column) => column switch
    {
        "unparsable" => UnscoredReason.Unparsable,
        "truncated" => UnscoredReason.Truncated,
        "refused" => UnscoredReason.Refused,
        "evidence_not_found" => UnscoredReason.EvidenceNotFound,
        "transport" => UnscoredReason.Transport,
        "budget" => UnscoredReason.Budget,
        "too_large" => UnscoredReason.TooLarge,
        _ => throw new FormatException($"'{column}' is no stored reason."),
    };
}
