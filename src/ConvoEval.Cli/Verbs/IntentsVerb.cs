using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Inference.Fitting;
using ConvoEval.Inference.Fitting.Evaluation;
using ConvoEval.Inference.Fitting.Examples;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>intents train</c>: an intent model from a team's own examples.</summary>
internal static class IntentsVerb
{
    public static Command Create(TerminalOutput output) => new("intents", "Intent models of your own.") { Train(output) };

    private static Command Train(TerminalOutput output)
    {
        var name = new Option<string>("--name") { Description = "Name of the model.", Required = true, HelpName = "NAME" };
        var version = new Option<string>("--version") { Description = "Version of the model.", DefaultValueFactory = _ => "1", HelpName = "VERSION" };
        var licence = new Option<string>("--licence") { Description = "Licence under which the model is given on.", DefaultValueFactory = _ => "proprietary", HelpName = "LICENCE" };
        var dataName = new Option<string?>("--data-name") { Description = "What the card calls the examples.", HelpName = "NAME" };
        var dataLicence = new Option<string>("--data-licence") { Description = "Licence of the examples.", DefaultValueFactory = _ => "proprietary", HelpName = "LICENCE" };
        var examples = new Option<string[]>("--examples") { Description = "Examples: JSON lines {text, intent}, CSV text,intent, or FILE#PART of a JSON file. May be given several times.", Required = true, HelpName = "FILE" };
        var validation = new Option<string[]>("--validation") { Description = "Texts to measure on; they influence nothing else. May be given several times.", HelpName = "FILE" };
        var target = new Option<string>("--out", "-o") { Description = "Folder of the model version.", Required = true, HelpName = "DIR" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace a model that stands there." };
        var seed = new Option<ulong>("--seed") { Description = "Seed.", DefaultValueFactory = _ => 1 };
        var folds = new Option<int>("--folds") { Description = "Parts for held-out scores.", DefaultValueFactory = _ => 5 };
        var encoder = new Option<string?>("--encoder") { Description = "Encoder to build on: helps when examples are few.", HelpName = "MODEL" };
        var command = new Command("train", "Fit an intent model on examples and write it with its card. Texts with the intent oos are out of scope.")
        {
            name, version, licence, dataName, dataLicence, examples, validation, target, overwrite, seed, folds, encoder,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token =>
            {
                var options = new IntentTrainerOptions
                {
                    Name = parse.GetRequiredValue(name),
                    Version = parse.GetRequiredValue(version),
                    Licence = parse.GetRequiredValue(licence),
                    Seed = parse.GetValue(seed),
                    Folds = parse.GetValue(folds),
                    Encoder = parse.GetValue(encoder) is { } folder ? ModelLocator.Load(folder) : null,
                };
                var data = parse.GetValue(dataName) ?? options.Name;
                var use = parse.GetRequiredValue(dataLicence);
                var training = IntentTrainer.Train(
                    Read(output, parse.GetRequiredValue(examples), data, use),
                    Read(output, parse.GetValue(validation) ?? [], data, use),
                    options,
                    step => output.Say($"{step.Step} {step.Done}/{step.Total}"),
                    token);
                training.Model.WriteTo(parse.GetRequiredValue(target), parse.GetValue(overwrite));
                Print(output, training, parse.GetRequiredValue(target));
                return Task.FromResult(ExitCode.Fine);
            },
            cancellation));
        return command;
    }

    private static List<ExampleSource> Read(TerminalOutput output, IReadOnlyList<string> files, string name, string licence)
    {
        var sources = new List<ExampleSource>();
        foreach (var file in files.Select(IntentExampleFile.Read))
        {
            foreach (var rejected in file.Rejected.Take(20))
                output.Say($"{rejected.File}:{rejected.Line}: {rejected.ReasonCode}: {rejected.Message}");
            sources.Add(ExampleSource.From(file, name, licence));
        }

        return sources;
    }

    private static void Print(TerminalOutput output, IntentTraining training, string target)
    {
        output.Results.WriteLine($"wrote {target}; {training.Rejected.Count} examples left out (empty, repeated or contradictory)");
        Print(output, "held-out accuracy", training.HeldOutAccuracy);
        if (training.Validation is not { } validation)
            return;
        Print(output, "validation accuracy", validation.Accuracy);
        Print(output, "macro F1", validation.MacroF1);
        Print(output, "calibration error", validation.Ece);
        Print(output, "out-of-scope AUROC", validation.OutOfScopeAuroc);
        Print(output, "out-of-scope recall", validation.OutOfScopeRecall);
        Print(output, "in-scope rejected", validation.InScopeRejected);
        Print(output, "set coverage", validation.SetCoverage);
        Print(output, "mean set size", validation.SetMeanSize);
    }

    private static void Print(TerminalOutput output, string name, Measurement measurement) => output.Results.WriteLine(
        measurement.Value is null
            ? $"{name.PadRight(22)} cannot be measured"
            : string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(22)} {measurement.Value:0.0000} [{measurement.Low:0.0000}, {measurement.High:0.0000}] n {measurement.N}"));
}
