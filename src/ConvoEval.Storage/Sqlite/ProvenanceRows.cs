using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// Rows of judges and models, each kept once. What was looked up is remembered until <see cref="Forget"/>, which
/// belongs at the start of every transaction: an undone transaction takes its rows with it. Not thread-safe.
/// </summary>
internal sealed class ProvenanceRows : IDisposable
{
    private readonly SqliteStatement _addJudge;
    private readonly SqliteStatement _findJudge;
    private readonly SqliteStatement _addModel;
    private readonly SqliteStatement _findModel;
    private readonly Dictionary<JudgeDigest, long> _judges = [];
    private readonly Dictionary<ModelIdentity, long> _models = [];

    public ProvenanceRows(SqliteConnection connection)
    {
        _addJudge = new SqliteStatement(
            connection, "INSERT INTO judge (judge, hash) VALUES ($judge, $hash) ON CONFLICT DO NOTHING");
        _findJudge = new SqliteStatement(
            connection, "SELECT judge_no FROM judge WHERE judge = $judge AND hash = $hash");
        _addModel = new SqliteStatement(connection, """
            INSERT INTO label_model (name, version, digest) VALUES ($name, $version, $digest) ON CONFLICT DO NOTHING
            """);
        _findModel = new SqliteStatement(connection, """
            SELECT model_no FROM label_model WHERE name = $name AND version = $version AND digest = $digest
            """);
    }

    /// <summary>Forgets what was looked up.</summary>
    public void Forget()
    {
        _judges.Clear();
        _models.Clear();
    }

    /// <summary>Row of a judge, made where needed.</summary>
    public long NumberOf(JudgeDigest judge)
    {
        if (!_judges.TryGetValue(judge, out var number))
        {
            number = Number(_addJudge, _findJudge, StoredText.Write(judge.Judge), StoredText.Write(judge.Hash));
            _judges.Add(judge, number);
        }

        return number;
    }

    /// <summary>Row of a model, made where needed.</summary>
    public long NumberOf(ModelIdentity model)
    {
        if (!_models.TryGetValue(model, out var number))
        {
            number = Number(
                _addModel,
                _findModel,
                StoredText.Write(model.Name),
                StoredText.Write(model.Version),
                StoredText.Write(model.Digest));
            _models.Add(model, number);
        }

        return number;
    }

    public void Dispose()
    {
        _addJudge.Dispose();
        _findJudge.Dispose();
        _addModel.Dispose();
        _findModel.Dispose();
    }

    private static long Number(SqliteStatement add, SqliteStatement find, params ReadOnlySpan<SqlValue> values)
    {
        add.Run(values);
        return find.Scalar(values)
            ?? throw new InvalidOperationException("A row that was just added is not there.");
    }
}
