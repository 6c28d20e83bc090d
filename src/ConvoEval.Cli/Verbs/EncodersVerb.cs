using System.CommandLine;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Inference.Fitting.Encoders;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>encoders train</c>: an encoder from the corpora of a recipe.</summary>
internal static class EncodersVerb
{
    public static Command Create(TerminalOutput output) => new("encoders", "Utterance encoders.") { Train(output) };

    private static Command Train(TerminalOutput output)
    {
        var name = new Option<string>("--name") { Description = "Name of the encoder.", Required = true, HelpName = "NAME" };
        var version = new Option<string>("--version") { Description = "Version of the encoder.", DefaultValueFactory = _ => "1", HelpName = "VERSION" };
        var licence = new Option<string>("--licence") { Description = "Licence under which the encoder is given on.", Required = true, HelpName = "LICENCE" };
        var recipe = new Option<string>("--recipe") { Description = "JSON file that names the corpora.", Required = true, HelpName = "FILE" };
        var data = new Option<string>("--data") { Description = "Folder that the files of the recipe are relative to.", Required = true, HelpName = "DIR" };
        var leaveOut = new Option<string[]>("--leave-out") { Description = "Corpus to measure on: costs a training without it. May be given several times.", HelpName = "CORPUS" };
        var target = new Option<string>("--out", "-o") { Description = "Folder of the encoder version.", Required = true, HelpName = "DIR" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace an encoder that stands there." };
        var seed = new Option<ulong>("--seed") { Description = "Seed.", DefaultValueFactory = _ => 1 };
        var command = new Command("train", "Train an encoder for short user messages from scratch.")
        {
            name, version, licence, recipe, data, leaveOut, target, overwrite, seed,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token =>
            {
                var options = new EncoderTrainerOptions
                {
                    Name = parse.GetRequiredValue(name),
                    Version = parse.GetRequiredValue(version),
                    Licence = parse.GetRequiredValue(licence),
                    Seed = parse.GetValue(seed),
                };
                var corpora = EncoderRecipe.Read(parse.GetRequiredValue(recipe), parse.GetRequiredValue(data));
                var model = EncoderTrainer.Train(
                    corpora, parse.GetValue(leaveOut) ?? [], options, step => output.Say($"{step.Step} {step.Done}/{step.Total}"), token);
                model.WriteTo(parse.GetRequiredValue(target), parse.GetValue(overwrite));
                output.Results.WriteLine($"wrote {parse.GetRequiredValue(target)}");
                return Task.FromResult(ExitCode.Fine);
            },
            cancellation));
        return command;
    }
}
