using System;

namespace ConvoEval.Inference;

/// <summary>How models are run. Results do not depend on it.</summary>
public sealed record InferenceOptions
{
    /// <summary>Texts are worked on by at most this many threads. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
