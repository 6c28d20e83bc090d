using System;
using System.Globalization;
using ConvoEval.Pipeline.Progress;

namespace ConvoEval.Cli.Terminal;

/// <summary>
/// Shows how far a run is: one line redrawn in a terminal, a plain line every ten seconds in a log. Nothing in the first two seconds.
/// </summary>
internal sealed class ProgressLine(TerminalOutput output, bool isQuiet) : IProgress<RunProgress>
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Log = TimeSpan.FromSeconds(10);

    private TimeSpan _last;
    private int _width;

    public void Report(RunProgress value)
    {
        if (isQuiet || value.Elapsed < First)
            return;
        var gap = output.IsInteractive ? Redraw : Log;
        if (_last != TimeSpan.Zero && value.Elapsed - _last < gap)
            return;
        _last = value.Elapsed;
        var text = Describe(value);
        if (!output.IsInteractive)
        {
            output.Say(text);
            return;
        }

        output.Messages.Write("\r" + text.PadRight(_width));
        _width = text.Length;
    }

    /// <summary>Clears the redrawn line.</summary>
    public void Close()
    {
        if (_width > 0)
            output.Messages.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }

    private static string Describe(RunProgress value)
    {
        var invariant = CultureInfo.InvariantCulture;
        var of = value.Total is { } total && total >= value.Done ? string.Create(invariant, $" of about {total:N0}") : "";
        var rate = value.Rate is { } perSecond ? string.Create(invariant, $", {perSecond:N0}/s") : "";
        var left = value.Left is { } span ? $", {Span(span)} left" : "";
        return string.Create(invariant, $"{value.Stage}: {value.Done:N0}{of} conversations{rate}{left}");
    }

    private static string Span(TimeSpan span) => span.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, span.TotalSeconds):0} s")
        : span.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.0} h");
}
