using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Lines;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference;
using ConvoEval.Inference.Intents;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>classify</c>: the intent station by hand.</summary>
internal static class ClassifyVerb
{
    private const int Batch = 512;

    public static Command Create(TerminalOutput output)
    {
        var model = new Option<string>("--model", "-m") { Description = "Model folder, or its name (clinc150, harbor-bank/1).", Required = true, HelpName = "MODEL" };
        var file = CommonOptions.InputFile();
        var command = new Command(
            "classify", "Label texts with intents. In: lines {id, text}. Out: lines {id, intent, confidence, outOfScope, isOutOfScope, candidates, set}.")
        {
            file, model,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => ClassifyAsync(output, parse.GetRequiredValue(model), parse.GetValue(file), token), cancellation));
        return command;
    }

    private static async Task<int> ClassifyAsync(TerminalOutput output, string model, string? file, CancellationToken cancellationToken)
    {
        using var classifier = OnnxIntentClassifier.Open(ModelLocator.Load(model), new InferenceOptions());
        var reader = new TextLineReader(file, output);
        var writer = new JsonLineWriter(output.Results);
        var lines = new List<TextLine>(Batch);
        await foreach (var line in reader.ReadAsync(cancellationToken))
        {
            lines.Add(line);
            if (lines.Count == Batch)
                Flush(classifier, lines, writer);
        }

        Flush(classifier, lines, writer);
        reader.Close();
        return ExitCode.Fine;
    }

    private static void Flush(OnnxIntentClassifier classifier, List<TextLine> lines, JsonLineWriter writer)
    {
        var labels = classifier.Classify(lines.ConvertAll(line => line.Text));
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, label) = (lines[i], labels[i]);
            writer.Write(json => WriteLabel(json, line, label));
        }

        lines.Clear();
    }

    private static void WriteLabel(Utf8JsonWriter json, TextLine line, TurnLabel label)
    {
        JsonLineWriter.WriteId(json, line.Id);
        json.WriteString("intent", label.Intent);
        json.WriteNumber("confidence", label.Confidence);
        json.WriteNumber("outOfScope", label.OutOfScope);
        json.WriteBoolean("isOutOfScope", label.IsOutOfScope);
        json.WriteStartArray("candidates");
        foreach (var candidate in label.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("intent", candidate.Intent);
            if (candidate.Confidence is { } confidence)
                json.WriteNumber("confidence", confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("set");
        foreach (var intent in label.Set)
            json.WriteStringValue(intent);
        json.WriteEndArray();
    }
}
