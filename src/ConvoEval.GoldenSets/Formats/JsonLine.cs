using System;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Its bytes without the line end.</param>
internal readonly record struct JsonLine(int Number, ReadOnlyMemory<byte> Bytes);
