using System;

namespace ConvoEval.Inference.Batching;

/// <summary>Takes the outputs of texts; called from several threads, at most once per text.</summary>
internal interface IBatchSink
{
    /// <summary>Outputs of one text, each as long as the model declares; valid during the call.</summary>
    void Accept(int textIndex, ReadOnlySpan<float> first, ReadOnlySpan<float> second);
}
