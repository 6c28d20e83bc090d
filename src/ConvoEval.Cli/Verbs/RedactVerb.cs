using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Lines;
using ConvoEval.Cli.Terminal;
using ConvoEval.Ingestion.Redaction;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>redact</c>: masking by hand.</summary>
internal static class RedactVerb
{
    public static Command Create(TerminalOutput output)
    {
        var file = CommonOptions.InputFile();
        var allow = new Option<string[]>("--allow") { Description = "A public value that stays, such as the number of a hotline. May be given several times.", HelpName = "VALUE" };
        var command = new Command(
            "redact",
            "Mask e-mail, phone, card, IBAN, IP, URL credentials, dates of birth and national ids. In: lines {id, text}. Out: lines {id, text, spans:[{start, end, entity}]}, "
            + "offsets in UTF-16 units of the text that came in.")
        {
            file, allow,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => RedactAsync(output, parse.GetValue(file), parse.GetValue(allow) ?? [], token), cancellation));
        return command;
    }

    private static async Task<int> RedactAsync(TerminalOutput output, string? file, IReadOnlyList<string> allow, CancellationToken cancellationToken)
    {
        var detector = new PiiDetector();
        var redactor = new ConversationRedactor(detector, AllowedValues.From(detector, allow), default);
        var reader = new TextLineReader(file, output);
        var writer = new JsonLineWriter(output.Results);
        await foreach (var line in reader.ReadAsync(cancellationToken))
        {
            var redacted = redactor.Redact(line.Text);
            writer.Write(json =>
            {
                JsonLineWriter.WriteId(json, line.Id);
                json.WriteString("text", redacted.Text);
                json.WriteStartArray("spans");
                foreach (var span in redacted.Spans)
                {
                    json.WriteStartObject();
                    json.WriteNumber("start", span.Start);
                    json.WriteNumber("end", span.End);
                    json.WriteString("entity", span.Entity);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }

        reader.Close();
        return ExitCode.Fine;
    }
}
