using System;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.OpenAi;
using ConvoEval.Ingestion.Reading;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.OpenAi;

public sealed class OpenAiReaderTests
{
    private readonly OpenAiReader _reader = new();

    [Fact]
    public async Task Roles_and_parts_become_turns()
    {
        var conversation = await ReaderRun.OneAsync(_reader, """
            {"messages":[{"role":"developer","content":"be kind"},{"role":"user","content":[{"type":"text","text":"look"},{"type":"text","text":"here"}]},{"role":"assistant","content":null,"refusal":"no"},{"role":"human_agent","content":"me"}]}
            """);
        Assert.Equal(
            [(TurnRole.System, "be kind"), (TurnRole.User, "look\nhere"), (TurnRole.Bot, "no"), (TurnRole.HumanAgent, "me")],
            conversation.Turns.Select(turn => (turn.Role, turn.Text)));
    }

    [Fact]
    public async Task A_tool_message_becomes_the_result_of_its_call()
    {
        var conversation = await ReaderRun.OneAsync(_reader, """
            {"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{\"b\":2,\"a\":1.0}"}},{"id":"2","type":"function","function":{"name":"g","arguments":"{broken"}},{"id":"3","type":"custom","custom":{"name":"h","input":"ls"}}]},{"role":"tool","tool_call_id":"2","content":"two"},{"role":"tool","tool_call_id":"1","content":"one"},{"role":"assistant","content":"done"}]}
            """);
        Assert.Equal(2, conversation.Turns.Count);
        Assert.Equal(
            [("f", """{"a":1,"b":2}""", "one"), ("g", "\"{broken\"", "two"), ("h", "\"ls\"", null)],
            conversation.Turns[0].ToolCalls.Select(call => (call.Name, call.ArgumentsJson, call.Result)));
    }

    [Fact]
    public async Task The_older_function_messages_are_understood()
    {
        var conversation = await ReaderRun.OneAsync(_reader, """
            {"messages":[{"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}},{"role":"function","name":"f","content":"one"}]}
            """);
        Assert.Equal("one", Assert.Single(Assert.Single(conversation.Turns).ToolCalls).Result);
    }

    [Fact]
    public async Task A_result_without_a_call_stays_a_turn_and_is_noted_as_are_parts_that_are_no_text()
    {
        var items = await ReaderRun.OfAsync(_reader, """
            {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{}}],"mood":1},{"role":"tool","tool_call_id":"9","content":"x"}]}
            """);
        Assert.Equal([TurnRole.User, TurnRole.Tool], Assert.Single(items.OfType<ReadItem.Read>()).Conversation.Turns.Select(turn => turn.Role));
        Assert.Equal([("unknown_field", "messages[].mood", 1), ("unmatched_result", null, 1), ("unread_part", null, 1)], ReaderRun.Notes(items));
    }

    [Fact]
    public async Task What_stands_around_the_messages_is_taken_in()
    {
        var conversation = await ReaderRun.OneAsync(_reader, """
            {"id":"outer","created":1767225600,"metadata":{"conversation_id":"c1","version":"v1","scenario":"s","trial":2,"user":"u","language":"de","cost_usd":0.01,"team":"blue","beta":true,"deep":{}},"messages":[{"role":"user","content":"hi","timestamp":"2026-01-01T00:00:05Z"},{"role":"assistant","content":"ho","timestamp":1767225610,"usage":{"prompt_tokens":3,"completion_tokens":4}}]}
            """);
        Assert.Equal(new ConversationKey("shop", "c1"), conversation.Key);
        Assert.Equal(("v1", "s", 2, "u", "de", 0.01m), (conversation.BotVersion, conversation.ScenarioId, conversation.Trial, conversation.UserKey, conversation.Language, conversation.CostUsd));
        Assert.Equal([("beta", "true"), ("team", "blue")], conversation.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => (tag.Key, tag.Value)));
        // 1767225600 s = 2026-01-01T00:00:00Z (date -u -d @1767225600).
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), conversation.StartedAt);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 10, TimeSpan.Zero), conversation.EndedAt);
        Assert.Equal(new TokenUsage(3, 4), conversation.Turns[1].Tokens);
    }

    [Fact]
    public async Task Without_an_id_file_name_and_line_are_the_id()
    {
        var items = await ReaderRun.OfAsync(_reader, "\n{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        Assert.Equal("chat.jsonl:2", Assert.Single(items.OfType<ReadItem.Read>()).Conversation.Key.SourceId);
    }

    [Theory]
    [InlineData("{}", "missing_field", "$.messages")]
    [InlineData("{\"messages\":{}}", "wrong_type", "$.messages: expected an array, found an object")]
    [InlineData("{\"messages\":[]}", "no_turns", "$.messages")]
    [InlineData("{\"messages\":[1]}", "wrong_type", "$.messages[0]: expected an object, found a number")]
    [InlineData("{\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}", "unknown_value", "$.messages[0].role")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":5}]}", "wrong_type", "$.messages[0].content: expected an array, found a number")]
    [InlineData("{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"1\",\"function\":{}}]}]}", "missing_field", "$.messages[0].tool_calls[0].function.name")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"timestamp\":\"soon\"}]}", "out_of_range", "$.messages[0].timestamp")]
    [InlineData("5", "wrong_type", "$: expected an object, found a number")]
    public async Task A_fault_names_reason_and_path(string line, string reasonCode, string messageStart)
    {
        var rejected = Assert.IsType<ReadItem.Rejected>(Assert.Single(await ReaderRun.OfAsync(_reader, line))).Input;
        Assert.Equal(reasonCode, rejected.ReasonCode);
        Assert.StartsWith(messageStart, rejected.Message, StringComparison.Ordinal);
    }
}
