using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Lines;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Inference;
using ConvoEval.Inference.Embedding;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>embed</c>: the encoder by hand.</summary>
internal static class EmbedVerb
{
    private const int Batch = 512;

    public static Command Create(TerminalOutput output)
    {
        var encoder = new Option<string>("--encoder", "-e")
        {
            Description = "Encoder folder, or its name. Default: convo-fast.",
            DefaultValueFactory = _ => "convo-fast",
            HelpName = "ENCODER",
        };
        var file = CommonOptions.InputFile();
        var command = new Command("embed", "Turn texts into vectors of unit length. In: lines {id, text}. Out: lines {id, vector}.") { file, encoder };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => EmbedAsync(output, parse.GetRequiredValue(encoder), parse.GetValue(file), token), cancellation));
        return command;
    }

    private static async Task<int> EmbedAsync(TerminalOutput output, string encoder, string? file, CancellationToken cancellationToken)
    {
        using var embedder = OnnxUtteranceEmbedder.Open(ModelLocator.Load(encoder), new InferenceOptions());
        var reader = new TextLineReader(file, output);
        var writer = new JsonLineWriter(output.Results);
        var lines = new List<TextLine>(Batch);
        await foreach (var line in reader.ReadAsync(cancellationToken))
        {
            lines.Add(line);
            if (lines.Count == Batch)
                Flush(embedder, lines, writer);
        }

        Flush(embedder, lines, writer);
        reader.Close();
        return ExitCode.Fine;
    }

    private static void Flush(OnnxUtteranceEmbedder embedder, List<TextLine> lines, JsonLineWriter writer)
    {
        var vectors = new float[lines.Count * embedder.Dimension];
        embedder.Embed(lines.ConvertAll(line => line.Text), vectors);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var vector = vectors.AsMemory(i * embedder.Dimension, embedder.Dimension);
            writer.Write(json =>
            {
                JsonLineWriter.WriteId(json, line.Id);
                json.WriteStartArray("vector");
                foreach (var number in vector.Span)
                    json.WriteNumberValue(number);
                json.WriteEndArray();
            });
        }

        lines.Clear();
    }
}
