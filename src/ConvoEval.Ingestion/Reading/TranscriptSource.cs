using System.Collections.Generic;

namespace ConvoEval.Ingestion.Reading;

/// <summary>A transcript file and what the workspace says about it.</summary>
public sealed record TranscriptSource
{
    /// <summary>Name of the source, unique in the workspace; part of the identity of its conversations.</summary>
    public required string Name { get; init; }

    /// <summary>The file: plain or gzip, UTF-8 with or without byte order mark.</summary>
    public required string Path { get; init; }

    /// <summary>The file as messages and rejections name it; null = <see cref="Path"/>.</summary>
    public string? DisplayPath { get; init; }

    /// <summary>Bot version of every conversation in the file, whatever the file says; null = as the file says.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Settings of the format by name, see <see cref="ITranscriptReader.Options"/>.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Longest conversation in bytes of the file; a longer one is rejected without being held. Default 64 MiB.</summary>
    public int MaxItemBytes { get; init; } = 64 << 20;

    /// <summary>The name for messages.</summary>
    public string Shown => DisplayPath ?? Path;
}
