using System;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Carries a fault from the depth of a record to <see cref="TranscriptJson"/>; never leaves it.</summary>
internal sealed class TranscriptJsonException(TranscriptJsonFault fault) : Exception(fault.Message)
{
    public TranscriptJsonFault Fault { get; } = fault;
}
