namespace ConvoEval.Inference.Catalog;

/// <summary>What a model does with a text.</summary>
public enum ModelKind
{
    /// <summary>Says which intent it has and whether it is out of scope.</summary>
    Intents,

    /// <summary>Turns it into a vector.</summary>
    Encoder,
}
