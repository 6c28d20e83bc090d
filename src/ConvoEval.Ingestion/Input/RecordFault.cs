using System;

namespace ConvoEval.Ingestion.Input;

/// <summary>Carries a fault from the depth of a record to its reader; never leaves it.</summary>
internal sealed class RecordFault(string reasonCode, string message) : Exception(message)
{
    public InputFault Fault { get; } = new(reasonCode, message);
}
