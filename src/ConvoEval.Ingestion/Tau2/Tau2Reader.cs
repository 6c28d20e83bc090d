using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Tau2;

/// <summary>
/// Reads tau2-bench: run files (<c>info</c>, <c>tasks</c>, <c>simulations</c> in one object) and JSON lines with one task
/// each. docs/formats/README.md has the mapping.
/// </summary>
public sealed class Tau2Reader : ITranscriptReader
{
    private static readonly SourceOption RewardOption = new(
        "reward", ["keep", "drop"], "keep: the benchmark's reward becomes an event task_reward; drop: nothing of it remains");

    private static readonly SourceOption VersionOption = new(
        "version", ["model", "file"], "model: the bot version is the agent's model, where the file names it; file: the file's name without endings");

    /// <inheritdoc/>
    public string Format => "tau2";

    /// <inheritdoc/>
    public IReadOnlyList<SourceOption> Options { get; } = [RewardOption, VersionOption];

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadItem> ReadAsync(TranscriptSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        SourceOptions.Expect(this, source);
        var version = SourceOptions.Value(VersionOption, source) == "file" ? NameOf(source.Path) : null;
        var simulation = new Tau2Simulation(source, version, SourceOptions.Value(RewardOption, source) == "keep");
        return ReadAsync(source, simulation, cancellationToken);
    }

    private static async IAsyncEnumerable<ReadItem> ReadAsync(
        TranscriptSource source, Tau2Simulation simulation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (window, refusal) = await InputFile.OpenAsync(source.Path, cancellationToken);
        if (window is null)
        {
            if (refusal is not null)
                yield return refusal.At(source, 0);
            yield break;
        }

        await using var opened = window;
        var names = await FirstFields.PeekAsync(window, cancellationToken);
        var items = names.Contains("run_info") || (names.Contains("task_id") && !names.Contains("simulations"))
            ? JsonLines.ReadAsync(window, source, ParseLine, cancellationToken)
            : Tau2RunFile.ReadAsync(window, source, simulation, cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken))
            yield return item;

        Conversation? ParseLine(ReadOnlyMemory<byte> line, long number, FileNotes notes, out InputFault? fault)
            => RecordNode.Read(line, record => simulation.OfLine(record, notes), out fault);
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in (ReadOnlySpan<string>)[".gz", ".jsonl", ".json"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                name = name[..^ending.Length];
        }

        return name;
    }
}
