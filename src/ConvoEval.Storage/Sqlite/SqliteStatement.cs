using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// A statement that is compiled once and run often. Values are given in the order in which the $names first stand in the SQL.
/// Not thread-safe.
/// </summary>
internal sealed partial class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in ParameterName().Matches(sql))
        {
            if (names.Add(match.Value))
            {
                _command.Parameters.Add(new SqliteParameter(match.Value, null));
            }
        }

        _parameters = new SqliteParameter[names.Count];
        _command.Parameters.CopyTo(_parameters, 0);
    }

    /// <summary>Runs it for its effect; gives the number of rows changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it for one value; null when there is no row, or the value is NULL.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var value = _command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <summary>Runs it for its rows. They have to be disposed before the statement runs again.</summary>
    public SqliteRow Rows(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return new SqliteRow(_command.ExecuteReader());
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != _parameters.Length)
        {
            throw new ArgumentException($"The statement takes {_parameters.Length} values, {values.Length} were given.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            _parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    [GeneratedRegex(@"\$[a-z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
