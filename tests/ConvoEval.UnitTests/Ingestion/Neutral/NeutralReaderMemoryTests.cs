using System;
using ConvoEval.Ingestion.Neutral;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Testing.Contracts;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Neutral;

[Collection(MemoryCollection.Name)]
public sealed class NeutralReaderMemoryTests : TranscriptReaderMemoryContract
{
    protected override ITranscriptReader CreateReader() => new NeutralReader();

    protected override string Item(int number, string text)
        => FormattableString.Invariant($$"""{"id":"{{number}}","turns":[{"role":"user","text":"{{text}}"}]}""");
}
