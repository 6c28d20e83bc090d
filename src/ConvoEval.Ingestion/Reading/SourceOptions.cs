using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Ingestion.Reading;

/// <summary>Checks and reads the settings of a source.</summary>
internal static class SourceOptions
{
    /// <summary>What is wrong with the settings, in ordinal order; empty = nothing.</summary>
    public static IReadOnlyList<string> Problems(ITranscriptReader reader, IReadOnlyDictionary<string, string> options)
    {
        var names = OneOf(reader.Options.Select(option => option.Name));
        var problems = new List<string>();
        foreach (var (name, value) in options.OrderBy(option => option.Key, StringComparer.Ordinal))
        {
            var known = reader.Options.FirstOrDefault(option => option.Name == name);
            if (known is null)
                problems.Add($"{name}: expected {names} for format {reader.Format}, found another option");
            else if (!known.Values.Contains(value))
                problems.Add($"{name}: expected {OneOf(known.Values)}, found \"{value}\"");
        }

        return problems;
    }

    /// <exception cref="ArgumentException">Something is wrong with the settings.</exception>
    public static void Expect(ITranscriptReader reader, TranscriptSource source)
    {
        if (Problems(reader, source.Options) is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(source));
    }

    /// <summary>The value of an option, or its default.</summary>
    public static string Value(SourceOption option, TranscriptSource source)
        => source.Options.GetValueOrDefault(option.Name, option.Values[0]);

    private static string OneOf(IEnumerable<string> names)
        => string.Join(" or ", names) is { Length: > 0 } list ? list : "no options";
}
