using System;

namespace ConvoEval.Benchmarks.Measurements;

/// <summary>Something that a measurement needs is not there; the table says so instead of a number.</summary>
internal sealed class MissingPartException(string message) : Exception(message);
