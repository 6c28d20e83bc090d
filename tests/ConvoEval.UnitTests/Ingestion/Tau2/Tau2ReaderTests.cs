using System;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Tau2;

public sealed class Tau2ReaderTests
{
    private const string Run = """
        {"info":{"agent_info":{"llm":"m1","implementation":"agent"},"environment_info":{"domain_name":"shop"}},
         "tasks":[{"id":"t","evaluation_criteria":{"actions":[{"requestor":"assistant","name":"f","arguments":{"b":1,"a":2}},{"requestor":"user","name":"u"}],"communicate_info":["42"]}}],
         "simulations":[{"id":"s1","task_id":"t","trial":3,"termination_reason":"user_stop","agent_cost":0.5,"reward_info":{"reward":1.0},"messages":[
           {"role":"assistant","content":"Hi","timestamp":"2026-01-01T00:00:00","cost":0.0},
           {"role":"user","content":"Help","timestamp":"2026-01-01T00:00:02","cost":0.1,"usage":{"prompt_tokens":1,"completion_tokens":1},"tool_calls":[{"id":"u1","name":"look","arguments":{},"requestor":"user"}]},
           {"role":"tool","id":"u1","content":"seen","requestor":"user","error":false},
           {"role":"assistant","content":null,"timestamp":"2026-01-01T00:00:03.5","cost":0.5,"usage":{"prompt_tokens":7,"completion_tokens":2},"tool_calls":[{"id":"c1","name":"f","arguments":{"z":1,"a":1.0},"requestor":"assistant"}]},
           {"role":"tool","id":"c1","content":"Error: no","requestor":"assistant","error":true},
           {"role":"user","content":"###TRANSFER###","timestamp":"2026-01-01T00:00:09"}]}]}
        """;

    private readonly Tau2Reader _reader = new();

    [Fact]
    public async Task A_simulation_becomes_a_conversation()
    {
        var conversation = await ReaderRun.OneAsync(_reader, Run);
        Assert.Equal(("s1", "t", 3, "agent", "m1", 0.5m), (conversation.Key.SourceId, conversation.ScenarioId, conversation.Trial, conversation.BotId, conversation.BotVersion, conversation.CostUsd));
        Assert.Equal([("domain", "shop"), ("termination_reason", "user_stop")], conversation.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => (tag.Key, tag.Value)));
        Assert.Equal([(TurnRole.Bot, "Hi"), (TurnRole.User, "Help"), (TurnRole.Bot, "")], conversation.Turns.Select(turn => (turn.Role, turn.Text)));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 9, TimeSpan.Zero), conversation.EndedAt);
    }

    [Fact]
    public async Task The_result_of_a_tool_stands_at_its_call()
    {
        var call = Assert.Single((await ReaderRun.OneAsync(_reader, Run)).Turns[2].ToolCalls);
        Assert.Equal(("f", """{"a":1,"z":1}""", "Error: no", false), (call.Name, call.ArgumentsJson, call.Result, call.IsOk));
    }

    [Fact]
    public async Task Costs_tokens_and_calls_of_the_simulated_user_are_left_out()
    {
        var items = await ReaderRun.OfAsync(_reader, Run);
        var turns = Assert.Single(items.OfType<ReadItem.Read>()).Conversation.Turns;
        Assert.Equal([0m, null, 0.5m], turns.Select(turn => turn.CostUsd));
        Assert.Equal([null, null, new TokenUsage(7, 2)], turns.Select(turn => turn.Tokens));
        Assert.Empty(turns[1].ToolCalls);
        Assert.Equal([("user_side_call", null, 1)], ReaderRun.Notes(items));
        Assert.Equal([null, null, TimeSpan.FromSeconds(1.5)], turns.Select(turn => turn.Latency));
    }

    [Fact]
    public async Task A_transfer_is_a_handover_and_a_stop_claims_nothing()
    {
        Assert.Equal(EndReason.Handover, (await ReaderRun.OneAsync(_reader, Run)).EndReason);
        var stopped = await ReaderRun.OneAsync(_reader, Run.Replace("###TRANSFER###", "Thanks! ###STOP###", StringComparison.Ordinal));
        Assert.Equal(EndReason.Unknown, stopped.EndReason);
        Assert.Equal("Thanks!", stopped.Turns[^1].Text);
    }

    [Fact]
    public async Task The_task_says_what_the_bot_should_have_done()
    {
        var expectation = (await ReaderRun.OneAsync(_reader, Run)).Expectation;
        Assert.Equal([("f", """{"a":2,"b":1}""")], expectation?.Actions.Select(action => (action.Name, action.ArgumentsJson)));
        Assert.Equal(["42"], expectation?.CommunicateInfo);
    }

    [Fact]
    public async Task The_reward_is_an_event_unless_it_is_dropped()
    {
        var reward = Assert.Single((await ReaderRun.OneAsync(_reader, Run)).Events);
        Assert.Equal(("task_reward", 1m, null), (reward.Type, reward.Amount, reward.Currency));
        Assert.Empty((await ReaderRun.OneAsync(_reader, Run, ("reward", "drop"))).Events);
    }

    [Fact]
    public async Task The_file_name_can_be_the_version()
        => Assert.Equal("chat", (await ReaderRun.OneAsync(_reader, Run, ("version", "file"))).BotVersion);

    [Fact]
    public async Task Costs_of_zero_only_are_unknown()
    {
        var text = Run.Replace("\"agent_cost\":0.5", "\"agent_cost\":0.0", StringComparison.Ordinal).Replace("\"cost\":0.5", "\"cost\":0.0", StringComparison.Ordinal);
        var conversation = await ReaderRun.OneAsync(_reader, text);
        Assert.Null(conversation.CostUsd);
        Assert.All(conversation.Turns, turn => Assert.Null(turn.CostUsd));
    }

    [Fact]
    public async Task Tasks_behind_the_simulations_are_found()
    {
        var tasks = Run[Run.IndexOf("\"tasks\"", StringComparison.Ordinal)..Run.IndexOf("\"simulations\"", StringComparison.Ordinal)].Trim().TrimEnd(',');
        var text = Run.Replace(tasks + ",", "", StringComparison.Ordinal).Trim()[..^1] + "," + tasks + "}";
        var conversation = await ReaderRun.OneAsync(_reader, text);
        Assert.Equal(["42"], conversation.Expectation?.CommunicateInfo);
        Assert.Equal("m1", conversation.BotVersion);
    }

    [Fact]
    public async Task A_run_in_which_nothing_was_said_is_kept_and_says_so()
    {
        var conversation = await ReaderRun.OneAsync(_reader, """
            {"task_id":"1","run_info":{"simulation_id":"s","timestamp":"2026-01-01T00:00:00","duration_sec":2.0,"termination_reason":"agent_error"},"reward_info":{"reward":0.0},"messages":[]}
            """);
        var turn = Assert.Single(conversation.Turns);
        Assert.Equal((TurnRole.System, "Nothing was said before the run ended: agent_error."), (turn.Role, turn.Text));
        Assert.Equal(0m, Assert.Single(conversation.Events).Amount);
        Assert.Equal(TimeSpan.FromSeconds(2), conversation.EndedAt - conversation.StartedAt);
    }

    [Theory]
    [InlineData("1e20", null)]
    [InlineData("-1", "out_of_range")]
    [InlineData("100000000000", null)]
    public async Task A_duration_beyond_reason_does_no_harm(string seconds, string? reasonCode)
    {
        var items = await ReaderRun.OfAsync(_reader, $$"""
            {"task_id":"1","run_info":{"simulation_id":"s","timestamp":"2026-01-01T00:00:00","duration_sec":{{seconds}}},"messages":[{"role":"user","content":"x"}]}
            """);
        if (Assert.Single(items) is ReadItem.Read { Conversation: var conversation })
            Assert.Null(conversation.StartedAt);
        else
            Assert.Equal(reasonCode ?? "out_of_range", Assert.IsType<ReadItem.Rejected>(items[0]).Input.ReasonCode);
    }

    [Fact]
    public async Task A_strange_task_is_one_rejection_and_the_simulations_are_read()
    {
        var items = await ReaderRun.OfAsync(_reader, Run.Replace("\"name\":\"f\",\"arguments\":{\"b\"", "\"arguments\":{\"b\"", StringComparison.Ordinal));
        Assert.Null(Assert.Single(items.OfType<ReadItem.Read>()).Conversation.Expectation);
        Assert.StartsWith("tasks[0] $.evaluation_criteria.actions[0].name", Assert.Single(items.OfType<ReadItem.Rejected>()).Input.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_simulations_is_an_empty_file()
        => Assert.Equal("empty_file", Assert.IsType<ReadItem.Rejected>(Assert.Single(await ReaderRun.OfAsync(_reader, """{"info":{},"tasks":[],"simulations":[]}"""))).Input.ReasonCode);
}
