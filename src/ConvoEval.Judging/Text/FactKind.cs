namespace ConvoEval.Judging.Text;

/// <summary>What a stated fact is about.</summary>
internal enum FactKind
{
    /// <summary>A number without a unit that the rules know.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A calendar date, with or without year.</summary>
    Date,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,
}
