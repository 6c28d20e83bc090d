using System.Collections.Generic;
using ConvoEval.Domain.Runs;
using ConvoEval.Inference.Fitting.Evaluation;
using ConvoEval.Inference.Fitting.Folders;

namespace ConvoEval.Inference.Fitting;

/// <summary>What came out of a training.</summary>
public sealed record IntentTraining
{
    /// <summary>The model.</summary>
    public required TrainedModel Model { get; init; }

    /// <summary>
    /// Examples left out: empty, repeated or contradictory ones. Line = position among all training examples.
    /// </summary>
    public required IReadOnlyList<RejectedInput> Rejected { get; init; }

    /// <summary>Share of training texts that were labelled rightly by a model that had not seen them.</summary>
    public required Measurement HeldOutAccuracy { get; init; }

    /// <summary>How good the model is on the validation texts; null when none were given.</summary>
    public IntentEvaluation? Validation { get; init; }
}
