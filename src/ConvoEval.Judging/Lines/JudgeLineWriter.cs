using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text.Json;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Lines;

/// <summary>Writes a verdict in the line format of the judge verb: <c>outcome, grade, probability, reason, explanation, evidence</c>.</summary>
public static class JudgeLineWriter
{
    /// <summary>Writes the fields into an open JSON object; the id is the caller's. Grade, probability and critical are left out when there is none.</summary>
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(verdict);
        json.WriteString("outcome"u8, Outcome(verdict));
        var graded = verdict as Verdict.Graded;
        if (graded is not null)
            json.WriteString("grade"u8, Word(graded.Grade));
        if (graded?.Probability is { } probability)
            json.WriteNumber("probability"u8, probability);
        json.WriteString("reason"u8, verdict.ReasonCode);
        json.WriteString("explanation"u8, verdict.Explanation);
        if (graded?.CriticalStatementId is { } critical)
            json.WriteString("critical"u8, critical);
        WriteEvidence(json, graded?.Evidence ?? []);
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray("evidence"u8);
        foreach (var quote in evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("turn"u8, quote.TurnIndex);
            json.WriteNumber("start"u8, quote.Start);
            json.WriteNumber("end"u8, quote.End);
            json.WriteString("quote"u8, quote.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Outcome(Verdict verdict) => verdict switch
    {
        Verdict.Graded => "graded",
        Verdict.Abstained => "abstained",
        Verdict.NotApplicable => "not_applicable",
        Verdict.Unscored => "unscored",
        _ => throw new UnreachableException(),
    };

    private static string Word(Grade grade) => grade switch
    {
        Grade.Pass => "pass",
        Grade.Fail => "fail",
        Grade.NotContradicted => "not_contradicted",
        Grade.Contradicted => "contradicted",
        _ => throw new UnreachableException(),
    };
}
