using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.GoldenSets.Files;
using ConvoEval.Inference.Catalog;
using ConvoEval.Storage;

namespace ConvoEval.Cli.Verbs;

/// <summary>The border of the process: every exception becomes a message that says what to do, and an exit code.</summary>
internal static class VerbRunner
{
    public static async Task<int> GuardAsync(TerminalOutput output, Func<CancellationToken, Task<int>> verb, CancellationToken cancellationToken)
    {
        try
        {
            return await verb(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            output.Say("interrupted; the same command goes on from the last committed batch");
            return ExitCode.Interrupted;
        }
        catch (ConfigurationException wrong)
        {
            foreach (var problem in wrong.Problems)
                output.Say("error: " + problem);
            return ExitCode.Usage;
        }
        catch (GoldenSetException wrong)
        {
            output.Say("error: " + wrong.Message);
            return ExitCode.Usage;
        }
        catch (ModelFolderException wrong)
        {
            output.Say("error: " + wrong.Message);
            return ExitCode.Environment;
        }
        catch (StoreException broken)
        {
            output.Say("error: " + broken.Message + (broken.IsRetryUseful ? " (the same command may work later)" : ""));
            return ExitCode.Environment;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            output.Say("error: " + broken.Message);
            return ExitCode.Environment;
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            output.Say("error: " + broken.Message);
            return ExitCode.Usage;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // The place alone: the message of an exception nobody foresaw may quote a conversation.
            output.Say($"error: the program failed where it should not ({broken.GetType().Name}); please report this place:{Environment.NewLine}{broken.StackTrace}");
            return ExitCode.Environment;
        }
        finally
        {
            await output.Results.FlushAsync(CancellationToken.None);
        }
    }
}
