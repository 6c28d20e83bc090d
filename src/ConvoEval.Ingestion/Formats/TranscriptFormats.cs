using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Neutral;
using ConvoEval.Ingestion.OpenAi;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;

namespace ConvoEval.Ingestion.Formats;

/// <summary>The transcript formats that can be read.</summary>
public static class TranscriptFormats
{
    /// <summary>One reader per format, in the order in which people should see them.</summary>
    public static IReadOnlyList<ITranscriptReader> All { get; } = [new NeutralReader(), new OpenAiReader(), new Tau2Reader()];

    /// <summary>The reader of a format by its name, upper or lower case; null when there is none.</summary>
    public static ITranscriptReader? Find(string format)
        => All.FirstOrDefault(reader => string.Equals(reader.Format, format, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Guesses the format from the outermost field names of the first record. Null when the file cannot be read, is empty or
    /// looks like none of them.
    /// </summary>
    public static async Task<ITranscriptReader?> DetectAsync(string path, CancellationToken cancellationToken)
    {
        var (window, _) = await InputFile.OpenAsync(path, cancellationToken);
        if (window is null)
            return null;
        await using var opened = window;
        var names = await FirstFields.PeekAsync(window, cancellationToken);
        if (names.Contains("turns"))
            return Find("convoeval");
        if (names.Contains("simulations") || names.Contains("run_info") || (names.Contains("info") && names.Contains("tasks")))
            return Find("tau2");
        return names.Contains("messages") ? Find("openai") : null;
    }

    /// <summary>What is wrong with the settings of a source, one message each in ordinal order; empty = nothing.</summary>
    public static IReadOnlyList<string> Problems(ITranscriptReader reader, IReadOnlyDictionary<string, string> options)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        return SourceOptions.Problems(reader, options);
    }
}
