namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>What makes two texts of a corpus belong together.</summary>
public enum CorpusKind
{
    /// <summary>Both carry the same label.</summary>
    Labelled,

    /// <summary>One answers the other.</summary>
    Dialogue,

    /// <summary>Both questions have the same answer.</summary>
    SameAnswer,

    /// <summary>Nothing: a text is only near to itself with some features missing.</summary>
    Plain,
}
