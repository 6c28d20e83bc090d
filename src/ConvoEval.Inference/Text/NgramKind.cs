namespace ConvoEval.Inference.Text;

/// <summary>Kinds of features. The first two make up the word block, the last the character block.</summary>
internal enum NgramKind
{
    /// <summary>One whole word.</summary>
    Word,

    /// <summary>Two neighbouring words with a blank between.</summary>
    WordPair,

    /// <summary>Characters inside one word with its borders.</summary>
    Character,
}
