using System.Collections.Generic;
using System.Text.Json;
using ConvoEval.Ingestion.OpenAi;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Testing.Contracts;

namespace ConvoEval.UnitTests.Ingestion.OpenAi;

public sealed class OpenAiReaderContractTests : TranscriptReaderContract
{
    protected override string BrokenItem => """{"messages":[{"content":"x"}]}""";

    protected override ITranscriptReader CreateReader() => new OpenAiReader();

    protected override string Item(string id, string userText)
        => $$"""{"messages":[{"role":"user","content":{{JsonSerializer.Serialize(userText, TestJson.Relaxed)}}},{"role":"assistant","content":"ok"}],"metadata":{"id":"{{id}}"} }""";

    protected override string FileOf(IEnumerable<string> items) => string.Join('\n', items) + "\n";
}
