namespace ConvoEval.Ingestion.Redaction;

/// <summary>What it takes to believe that a number of the right form is a national id.</summary>
internal enum NationalIdProof
{
    /// <summary>The form and its check are rare enough by themselves.</summary>
    Check,

    /// <summary>It stands with its usual punctuation.</summary>
    Punctuated,

    /// <summary>A word before it names such a number.</summary>
    Context,
}
