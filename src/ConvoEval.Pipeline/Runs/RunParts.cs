using System;
using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Inference.Intents;
using ConvoEval.Ingestion.Redaction;
using ConvoEval.Judging.Contracts;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Pipeline.Plans;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Everything that a run works with, composed by whoever starts it.</summary>
public sealed record RunParts
{
    /// <summary>What the workspace asks for.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>Where runs are written.</summary>
    public required IRunStore Runs { get; init; }

    /// <summary>Where runs are read from: the same store.</summary>
    public required IRunReader Reader { get; init; }

    /// <summary>Where second attempts are written: the same store.</summary>
    public required IVerdictStore Verdicts { get; init; }

    /// <summary>Masks personal data.</summary>
    public required ConversationRedactor Redactor { get; init; }

    /// <summary>Version of the rules that mask, stored with what they masked.</summary>
    public required string RedactionVersion { get; init; }

    /// <summary>Labels user turns; null = the workspace runs without intents.</summary>
    public IIntentClassifier? Classifier { get; init; }

    /// <summary>Golden set; null = none.</summary>
    public GoldenSet? GoldenSet { get; init; }

    /// <summary>Judges of conversations, in the order of the workspace.</summary>
    public required IReadOnlyList<IConversationJudge> Judges { get; init; }

    /// <summary>The judge of content adherence as it judges single responses, to be measured on the golden set; null = none runs.</summary>
    public IResponseJudge? ResponseJudge { get; init; }

    /// <summary>Recognises a user text that asks for a human; null = texts are not read for it.</summary>
    public Func<string, bool>? IsEscalationRequest { get; init; }

    /// <summary>Overrides of the gate on file; the report prints those in force on the last night of the data.</summary>
    public IReadOnlyList<GateOverride> Overrides { get; init; } = [];

    /// <summary>Places where a test may end the process.</summary>
    public required FaultPoints Faults { get; init; }

    /// <summary>Version of the program, part of the plan.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Clock for the start time and the progress; no number depends on it.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>
    /// Batches in the works at once, from the first call for a batch to its commit: the most that a killed run does again. Results do not depend
    /// on it. One more than processors, so that none is idle while a batch is committed.
    /// </summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount + 1;
}
