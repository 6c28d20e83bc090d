namespace ConvoEval.Benchmarks.Corpus;

/// <summary>What was generated.</summary>
/// <param name="Folder">Where the files lie.</param>
/// <param name="Conversations">Conversations.</param>
/// <param name="Turns">Turns of all roles.</param>
/// <param name="UserTurns">User turns.</param>
/// <param name="DistinctUserTurns">User turns with different texts.</param>
/// <param name="Bytes">Size of the files together.</param>
internal sealed record CorpusSize(string Folder, int Conversations, long Turns, long UserTurns, long DistinctUserTurns, long Bytes)
{
    public double DistinctShare => DistinctUserTurns / (double)UserTurns;
}
