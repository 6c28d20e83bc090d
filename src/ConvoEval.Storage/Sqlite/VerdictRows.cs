using System;
using System.Diagnostics;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>Verdicts as rows. Not thread-safe.</summary>
internal sealed class VerdictRows : IDisposable
{
    /// <summary>Columns in the order of <see cref="Read"/>, for a SELECT with verdicts as v and judges as j.</summary>
    public const string Columns = """
        v.outcome, v.criterion, v.turn_index, v.subject_id, j.judge, j.hash, v.selection_probability,
        v.reason_code, v.explanation,
        v.grade, v.probability, v.evidence, v.critical_statement_id, v.unscored_reason
        """;

    private readonly SqliteStatement _insert;

    public VerdictRows(SqliteConnection connection)
    {
        _insert = new SqliteStatement(connection, """
            INSERT INTO verdict (
              conversation_no, outcome, criterion, turn_index, subject_id, judge_no, selection_probability,
              reason_code, explanation,
              grade, probability, evidence, critical_statement_id, unscored_reason, supersedes)
            VALUES (
              $conversation_no, $outcome, $criterion, $turn_index, $subject_id, $judge_no, $selection_probability,
              $reason_code, $explanation,
              $grade, $probability, $evidence, $critical_statement_id, $unscored_reason, $supersedes)
            """);
    }

    /// <summary>Adds a verdict.</summary>
    /// <param name="conversationNo">Conversation it is about.</param>
    /// <param name="judgeNo">Row of its judge.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="supersedes">Row of the verdict it takes the place of; null = a first verdict.</param>
    public void Insert(long conversationNo, long judgeNo, Verdict verdict, long? supersedes)
    {
        var graded = verdict as Verdict.Graded;
        _insert.Run(
            conversationNo,
            OutcomeOf(verdict),
            StoredText.Write(verdict.Criterion),
            verdict.TurnIndex,
            StoredText.WriteOptional(verdict.SubjectId),
            judgeNo,
            verdict.SelectionProbability,
            StoredText.Write(verdict.ReasonCode),
            StoredText.Write(verdict.Explanation),
            graded is null ? null : StoredNames.Write(graded.Grade),
            graded?.Probability,
            graded is null ? null : StoredJson.Write(graded.Evidence),
            StoredText.WriteOptional(graded?.CriticalStatementId),
            verdict is Verdict.Unscored unscored ? StoredNames.Write(unscored.Reason) : null,
            supersedes);
    }

    /// <summary>Reads <see cref="Columns"/>. Names that repeat from row to row come as the same object.</summary>
    public static Verdict Read(SqliteRow row, RepeatedTexts texts)
    {
        var outcome = row.Text();
        var criterion = texts.Same(row.Text());
        var turnIndex = row.OptionalInt();
        var subjectId = row.OptionalText();
        var judge = new JudgeDigest(texts.Same(row.Text()), texts.Same(row.Text()));
        var selectionProbability = row.Number();
        var reasonCode = texts.Same(row.Text());
        var explanation = texts.Same(row.Text());
        var grade = row.OptionalText();
        var probability = row.OptionalNumber();
        var evidence = row.OptionalRawText();
        var criticalStatementId = row.OptionalText();
        var unscoredReason = row.OptionalText();
        return outcome switch
        {
            "graded" => new Verdict.Graded
            {
                Criterion = criterion,
                TurnIndex = turnIndex,
                SubjectId = subjectId,
                Judge = judge,
                SelectionProbability = selectionProbability,
                ReasonCode = reasonCode,
                Explanation = explanation,
                Grade = StoredNames.ReadGrade(grade ?? ""),
                Probability = probability,
                Evidence = StoredJson.ReadEvidence(evidence),
                CriticalStatementId = criticalStatementId,
            },
            "abstained" => new Verdict.Abstained
            {
                Criterion = criterion,
                TurnIndex = turnIndex,
                SubjectId = subjectId,
                Judge = judge,
                SelectionProbability = selectionProbability,
                ReasonCode = reasonCode,
                Explanation = explanation,
            },
            "not_applicable" => new Verdict.NotApplicable
            {
                Criterion = criterion,
                TurnIndex = turnIndex,
                SubjectId = subjectId,
                Judge = judge,
                SelectionProbability = selectionProbability,
                ReasonCode = reasonCode,
                Explanation = explanation,
            },
            "unscored" => new Verdict.Unscored
            {
                Criterion = criterion,
                TurnIndex = turnIndex,
                SubjectId = subjectId,
                Judge = judge,
                SelectionProbability = selectionProbability,
                ReasonCode = reasonCode,
                Explanation = explanation,
                Reason = StoredNames.ReadReason(unscoredReason ?? ""),
            },
            _ => throw new FormatException($"'{outcome}' is no stored outcome."),
        };
    }

    public void Dispose() => _insert.Dispose();

    private static string OutcomeOf(Verdict verdict) => verdict switch
    {
        Verdict.Graded => "graded",
        Verdict.Abstained => "abstained",
        Verdict.NotApplicable => "not_applicable",
        Verdict.Unscored => "unscored",
        _ => throw new UnreachableException($"Verdict {verdict.GetType().Name} has no stored name."),
    };
}
