using System;

namespace ConvoEval.Inference.Batching;

/// <summary>Takes the outputs of texts; called from several threads, at most once per text.</summary>
internal interface IBatchSink
{
    /// <summary>Outputs of one text, each as long as the model declares; valid during the call.</summary>
    /// <param name="textIndex">Place of the text in the list.</param>
    /// <param name="terms">Features that the model knows in the text.</param>
    /// <param name="first">First output.</param>
    /// <param name="second">Second output; empty when there is none.</param>
    void Accept(int textIndex, int terms, ReadOnlySpan<float> first, ReadOnlySpan<float> second);
}
