using System;
using ConvoEval.Ingestion.OpenAi;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Testing.Contracts;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.OpenAi;

[Collection(MemoryCollection.Name)]
public sealed class OpenAiReaderMemoryTests : TranscriptReaderMemoryContract
{
    protected override ITranscriptReader CreateReader() => new OpenAiReader();

    protected override string Item(int number, string text)
        => FormattableString.Invariant($$"""{"id":"{{number}}","messages":[{"role":"user","content":"{{text}}"}]}""");
}
