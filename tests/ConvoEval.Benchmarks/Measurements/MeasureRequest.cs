namespace ConvoEval.Benchmarks.Measurements;

/// <summary>What a child process shall measure.</summary>
/// <param name="Name">Name of the measurement.</param>
/// <param name="Corpus">Folder of the generated transcripts.</param>
/// <param name="Models">Folder with the models.</param>
/// <param name="Scratch">Folder for the child's own files, empty.</param>
/// <param name="Facts">Rows of the scoring station.</param>
/// <param name="Parallelism">Batches worked on at once by the whole line.</param>
internal sealed record MeasureRequest(string Name, string Corpus, string Models, string Scratch, int Facts, int Parallelism);
