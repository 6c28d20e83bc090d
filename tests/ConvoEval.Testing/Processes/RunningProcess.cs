using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Testing.Processes;

/// <summary>A program under test at work. Disposing it ends it.</summary>
public sealed class RunningProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProcessSetting _setting;
    private readonly Task<string> _output;
    private readonly Task<string> _messages;

    internal RunningProcess(Process process, ProcessSetting setting)
    {
        _process = process;
        _setting = setting;
        _output = process.StandardOutput.ReadToEndAsync();
        _messages = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Ends the process as a power cut would (SIGKILL): it has no chance to tidy up.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends the signal of Ctrl+C.</summary>
    public async Task InterruptAsync(CancellationToken cancellationToken)
    {
        var shell = new ProcessStartInfo("/bin/sh");
        shell.ArgumentList.Add("-c");
        shell.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"kill -INT {_process.Id}"));
        using var sender = Process.Start(shell) ?? throw new InvalidOperationException("/bin/sh did not start");
        await sender.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for the end.</summary>
    /// <exception cref="TimeoutException">The process lived longer than its limit; it is ended.</exception>
    public async Task<ProcessResult> EndAsync(CancellationToken cancellationToken)
    {
        await WriteInputAsync().ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_setting.Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Kill();
            var said = await _messages.ConfigureAwait(false);
            throw new TimeoutException(string.Create(
                CultureInfo.InvariantCulture, $"the process lived longer than {_setting.Limit}; so far it said: {said}"));
        }

        return new ProcessResult(
            _process.ExitCode, await _output.ConfigureAwait(false), await _messages.ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task WriteInputAsync()
    {
        try
        {
            if (_setting.Input is { } input)
                await _process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of its input: its exit code tells why.
        }
    }
}
