using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Reflection;

namespace ConvoEval.Storage.Sqlite;

/// <summary>A numbered step of the schema, from a file in Migrations/.</summary>
/// <param name="Number">From 1, without gaps; the version of a store is the number of its last step.</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Number, string Sql)
{
    /// <summary>All steps in order.</summary>
    public static IReadOnlyList<Migration> LoadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(".sql", StringComparison.Ordinal))
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        var migrations = new List<Migration>(names.Count);
        foreach (var name in names)
        {
            var digits = name.AsSpan(0, name.IndexOf('_', StringComparison.Ordinal));
            var number = int.Parse(digits, CultureInfo.InvariantCulture);
            if (number != migrations.Count + 1)
            {
                throw new InvalidOperationException($"Migration {name} should have number {migrations.Count + 1}.");
            }

            using var stream = assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"Migration {name} was listed and is gone.");
            using var reader = new StreamReader(stream);
            migrations.Add(new Migration(number, reader.ReadToEnd()));
        }

        return migrations;
    }
}
