using System.Collections.Generic;
using System.Text.Json;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;
using ConvoEval.Testing.Contracts;

namespace ConvoEval.UnitTests.Ingestion.Tau2;

public sealed class Tau2RunFileContractTests : TranscriptReaderContract
{
    protected override bool GoesByLines => false;

    protected override string BrokenItem => """{"id":"b","task_id":"1","messages":[{"role":"user","content":{}}]}""";

    protected override ITranscriptReader CreateReader() => new Tau2Reader();

    protected override string Item(string id, string userText)
        => $$"""{"id":"{{id}}","task_id":"1","messages":[{"role":"user","content":{{JsonSerializer.Serialize(userText, TestJson.Relaxed)}}},{"role":"assistant","content":"ok"}]}""";

    protected override string FileOf(IEnumerable<string> items) => $$$"""
        { "timestamp": "2026-01-01T00:00:00",
          "info": {"agent_info": {"llm": "m1", "implementation": "agent"}, "environment_info": {"domain_name": "shop", "policy": "{[\"}"}},
          "tasks": [{"id": "1", "evaluation_criteria": {"actions": [], "communicate_info": null}}],
          "simulations": [
        {{{string.Join(" ,\n", items)}}}
        ] }
        """;
}
