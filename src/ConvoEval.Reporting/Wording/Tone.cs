namespace ConvoEval.Reporting.Wording;

/// <summary>How a word is dressed. The word and its sign say the same, so that colour is never the only bearer.</summary>
internal enum Tone
{
    /// <summary>Nothing to say.</summary>
    Plain,

    /// <summary>As wanted.</summary>
    Good,

    /// <summary>To be watched.</summary>
    Warn,

    /// <summary>Not as wanted.</summary>
    Bad,

    /// <summary>Cannot be told.</summary>
    Unsure,
}
