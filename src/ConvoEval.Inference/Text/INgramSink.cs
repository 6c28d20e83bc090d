namespace ConvoEval.Inference.Text;

/// <summary>Takes the n-grams of a text. A struct, so that the call per n-gram is inlined.</summary>
internal interface INgramSink
{
    /// <summary>One n-gram: its hash, and where it stands in the words of the reader.</summary>
    void Add(NgramKind kind, ulong hash, int start, int length);
}
