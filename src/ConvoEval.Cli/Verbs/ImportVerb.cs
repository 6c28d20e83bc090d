using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Ingestion.Formats;
using ConvoEval.Ingestion.Neutral;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>import FORMAT FILE</c>: any supported format to our JSON lines. Nothing is masked: the lines are as private as their source.</summary>
internal static class ImportVerb
{
    private const int MaximumReports = 20;

    public static Command Create(TerminalOutput output)
    {
        var format = new Argument<string>("FORMAT") { Description = "auto, or one of " + string.Join(", ", TranscriptFormats.All.Select(reader => reader.Format)) };
        var file = new Argument<string>("FILE") { Description = "File to read, plain or gzip." };
        var source = new Option<string?>("--source") { Description = "Name of the source in the records. Default: the file name.", HelpName = "NAME" };
        var version = new Option<string?>("--bot-version") { Description = "Bot version of every conversation, whatever the file says.", HelpName = "VERSION" };
        var target = new Option<string?>("--out", "-o") { Description = "File to write. Default: standard output.", HelpName = "FILE" };
        var reward = new Option<string?>("--reward") { Description = "tau2: keep or drop the reward of the benchmark.", HelpName = "keep|drop" };
        var command = new Command("import", "Convert transcripts to one conversation a line (docs/formats). Personal data is not masked: see redact.")
        {
            format, file, source, version, target, reward,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            async token =>
            {
                var path = parse.GetRequiredValue(file);
                var reader = await FindAsync(parse.GetRequiredValue(format), path, token);
                var transcript = new TranscriptSource
                {
                    Name = parse.GetValue(source) ?? Path.GetFileName(path),
                    Path = path,
                    BotVersion = parse.GetValue(version),
                    Options = parse.GetValue(reward) is { } keep ? new Dictionary<string, string> { ["reward"] = keep } : [],
                };
                if (TranscriptFormats.Problems(reader, transcript.Options) is { Count: > 0 } problems)
                    throw new ConfigurationException(problems);
                return await ImportAsync(output, reader, transcript, parse.GetValue(target), token);
            },
            cancellation));
        return command;
    }

    private static async Task<ITranscriptReader> FindAsync(string format, string path, CancellationToken cancellationToken)
    {
        var known = string.Join(", ", TranscriptFormats.All.Select(reader => reader.Format));
        if (format == "auto")
            return await TranscriptFormats.DetectAsync(path, cancellationToken)
                ?? throw new ConfigurationException([$"{path}: expected a first record that tells its format ({known}), found none; name the format instead of auto"]);
        return TranscriptFormats.Find(format)
            ?? throw new ConfigurationException([$"FORMAT: expected auto or one of {known}, found '{format}'"]);
    }

    private static async Task<int> ImportAsync(
        TerminalOutput output, ITranscriptReader reader, TranscriptSource source, string? target, CancellationToken cancellationToken)
    {
        long read = 0, rejected = 0;
        await using var stream = target is null ? Console.OpenStandardOutput() : File.Create(target);
        await using (var writer = new TranscriptWriter(stream))
        {
            await foreach (var item in reader.ReadAsync(source, cancellationToken))
            {
                switch (item)
                {
                    case ReadItem.Read one:
                        read++;
                        await writer.WriteAsync(one.Conversation, cancellationToken);
                        break;
                    case ReadItem.Rejected bad:
                        if (++rejected <= MaximumReports)
                            output.Say($"{bad.Input.File}:{bad.Input.Line}: {bad.Input.ReasonCode}: {bad.Input.Message}");
                        break;
                    case ReadItem.Noted noted:
                        output.Say($"{source.Shown}: noted {noted.Note.Code} {noted.Note.Detail} ({noted.Note.Count} times)");
                        break;
                }
            }
        }

        output.Say($"{read} conversations written, {rejected} pieces rejected");
        return read == 0 && rejected > 0 ? ExitCode.Environment : ExitCode.Fine;
    }
}
