using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Faults;

/// <summary>
/// Every place before and after a commit or a call to something outside (files, model, judges), by name. A listener may end the process there; a
/// run without listener does nothing. The tests kill the program once at each of them.
/// </summary>
public sealed class FaultPoints(Action<string>? listener)
{
    /// <summary>Before an input file is opened.</summary>
    public const string InputBeforeOpen = "input.before_open";

    /// <summary>After an input file was read to its end.</summary>
    public const string InputAfterRead = "input.after_read";

    /// <summary>Before the intent model labels a batch.</summary>
    public const string ModelBeforeCall = "model.before_call";

    /// <summary>After the intent model labelled a batch.</summary>
    public const string ModelAfterCall = "model.after_call";

    /// <summary>Before the judges see a batch.</summary>
    public const string JudgeBeforeCall = "judge.before_call";

    /// <summary>After the judges saw a batch.</summary>
    public const string JudgeAfterCall = "judge.after_call";

    /// <summary>Before the stored facts are scored.</summary>
    public const string ScoreBefore = "score.before";

    /// <summary>After the stored facts were scored.</summary>
    public const string ScoreAfter = "score.after";

    /// <summary>Before the report files are written.</summary>
    public const string ReportBeforeWrite = "report.before_write";

    /// <summary>After the report files were written.</summary>
    public const string ReportAfterWrite = "report.after_write";

    /// <summary>All names that a run passes, the store's included.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        InputBeforeOpen, InputAfterRead, ModelBeforeCall, ModelAfterCall, JudgeBeforeCall, JudgeAfterCall,
        ScoreBefore, ScoreAfter, ReportBeforeWrite, ReportAfterWrite,
        .. StoreFaultPoints.All.Where(name => !name.Contains("retry", StringComparison.Ordinal)),
    ];

    /// <summary>Tells the listener that the run is at a place.</summary>
    public void Pass(string name) => listener?.Invoke(name);
}
