using System;
using System.Collections.Generic;
using System.Text;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Testing.Builders;
using Xunit;

namespace ConvoEval.UnitTests.Domain.Transcripts;

public sealed class TranscriptJsonTests
{
    [Fact]
    public void What_was_written_reads_back_to_the_same_conversation_and_the_same_bytes()
    {
        const int Seed = 20260101;
        var conversations = new RandomConversations(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var conversation = conversations.Next();
            var written = TranscriptJson.Serialize(conversation);
            var read = TranscriptJson.Read(written);
            Assert.True(written.AsSpan().SequenceEqual(TranscriptJson.Serialize(read)), $"seed {Seed}, conversation {i}");
            if (i < 200)
                Assert.Equivalent(conversation, read, strict: true);
        }
    }

    [Fact]
    public void Order_of_tags_scale_of_amounts_and_offsets_of_times_do_not_show()
    {
        var time = new DateTimeOffset(2026, 1, 31, 10, 15, 0, TimeSpan.FromHours(2));
        var one = Minimal() with { Tags = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, CostUsd = 1.50m, StartedAt = time };
        var other = Minimal() with { Tags = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, CostUsd = 1.5m, StartedAt = time.ToUniversalTime() };
        Assert.Equal(TranscriptJson.Serialize(one), TranscriptJson.Serialize(other));
        Assert.Contains("\"startedAt\":\"2026-01-31T08:15:00Z\"", Text(one), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_values_are_left_out()
        => Assert.Equal("""{"id":"7","source":"shop","turns":[{"role":"user","text":"hi"}]}""", Text(Minimal()));

    [Theory]
    [InlineData("assistant", TurnRole.Bot)]
    [InlineData("agent", TurnRole.HumanAgent)]
    [InlineData("human", TurnRole.User)]
    [InlineData("human_agent", TurnRole.HumanAgent)]
    public void Usual_words_for_roles_are_understood(string word, TurnRole role)
        => Assert.Equal(role, Assert.Single(Accept($$"""{"id":"7","turns":[{"role":"{{word}}","text":""}]}""").Turns).Role);

    [Fact]
    public void Tool_values_become_canonical_json_and_a_passage_may_be_a_string()
    {
        var turn = Assert.Single(Accept("""
            {"id":"7","turns":[{"role":"bot","tools":[{"name":"find","arguments":{"b":1.0,"a":[1e2]},"result":{"z":1,"y":null}}],"retrieval":["one",{"id":"d","text":"two"}]}]}
            """).Turns);
        Assert.Equal("""{"a":[100],"b":1}""", Assert.Single(turn.ToolCalls).ArgumentsJson);
        Assert.Equal("""{"y":null,"z":1}""", turn.ToolCalls[0].Result);
        Assert.Equal([new RetrievedPassage(null, "one"), new RetrievedPassage("d", "two")], turn.Passages);
    }

    [Fact]
    public void Null_and_the_empty_name_are_the_same_as_absent()
    {
        var conversation = Accept("""{"id":"7","botVersion":"","channel":null,"survey":null,"costUsd":null,"turns":[{"role":"user","text":"hi","at":null,"nlu":null}]}""");
        Assert.Equal(TranscriptJson.Serialize(Minimal()), TranscriptJson.Serialize(conversation));
    }

    [Fact]
    public void A_whole_number_with_a_fraction_of_zeros_is_a_whole_number()
        => Assert.Equal(5, Accept("""{"id":"7","survey":{"csat":5.0},"turns":[{"role":"user","text":"hi"}]}""").Survey?.Csat);

    [Fact]
    public void The_name_of_the_source_wins_over_the_field()
        => Assert.Equal("shop", Accept("""{"id":"7","source":"other","turns":[{"role":"user","text":"hi"}]}""").Key.Source);

    [Fact]
    public void Unknown_fields_are_counted_by_path_and_turns_out_of_time_are_counted()
    {
        var notes = new TranscriptJsonNotes();
        var json = """
            {"id":"7","mood":{"x":[1]},"turns":[
              {"role":"user","text":"a","at":"2026-01-01T00:00:05","mood":1,"nlu":{"top":[{"intent":"x","rank":1}]}},
              {"role":"bot","text":"b","at":"2026-01-01T00:00:04Z","mood":2}]}
            """;
        Assert.True(TranscriptJson.TryRead(Encoding.UTF8.GetBytes(json), "shop", notes, out _, out _));
        Assert.Equal([("mood", 1L), ("turns[].mood", 2L), ("turns[].nlu.top[].rank", 1L)], Pairs(notes));
        Assert.Equal(1, notes.SkewedTurns);
    }

    [Fact]
    public void Endless_unknown_names_do_not_fill_the_memory()
    {
        var notes = new TranscriptJsonNotes();
        for (var i = 0; i < 1000; i++)
            notes.AddUnknownField(FormattableString.Invariant($"{i}{new string('x', 1000)}"));
        Assert.Equal(TranscriptJsonNotes.MaxNames + 1, notes.UnknownFields.Count);
    }

    [Theory]
    [InlineData("", "invalid_json", "$")]
    [InlineData("[]", "wrong_type", "$: expected an object, found an array")]
    [InlineData("{\"id\":\"7\"", "invalid_json", "$")]
    [InlineData("{\"turns\":[{\"role\":\"user\",\"text\":\"x\"}]}", "missing_field", "$.id: expected the field")]
    [InlineData("{\"id\":7,\"turns\":[]}", "wrong_type", "$.id: expected a string, found a number")]
    [InlineData("{\"id\":\" \",\"turns\":[]}", "empty_value", "$.id")]
    [InlineData("{\"id\":\"7\",\"id\":\"8\",\"turns\":[]}", "duplicate_field", "$.id")]
    [InlineData("{\"id\":\"7\"}", "missing_field", "$.turns")]
    [InlineData("{\"id\":\"7\",\"turns\":[]}", "no_turns", "$")]
    [InlineData("{\"id\":\"7\",\"turns\":[null]}", "wrong_type", "$.turns[0]: expected an object, found null")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\"},{\"text\":\"x\"}]}", "missing_field", "$.turns[1].role")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\"}]}", "missing_field", "$.turns[0].text")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"USER\",\"text\":\"x\"}]}", "unknown_value", "$.turns[0].role: expected one of user, bot")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"index\":1,\"role\":\"user\",\"text\":\"x\"}]}", "wrong_index", "$.turns[0].index: expected 0, the position of the turn, found 1")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\",\"at\":\"yesterday\"}]}", "out_of_range", "$.turns[0].at")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\",\"costUsd\":-0.1}]}", "out_of_range", "$.turns[0].costUsd: expected a number of at least 0, found -0.1")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\",\"latencyMs\":1e30}]}", "out_of_range", "$.turns[0].latencyMs")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\",\"tokens\":{\"input\":1}}]}", "missing_field", "$.turns[0].tokens.output")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\",\"nlu\":{\"top\":[{\"intent\":\"a\",\"confidence\":1.01}]}}]}", "out_of_range", "$.turns[0].nlu.top[0].confidence: expected a number from 0 to 1, found 1.01")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\",\"nlu\":{\"top\":[{\"intent\":\"a\",\"confidence\":NaN}]}}]}", "invalid_json", "$.turns[0].nlu.top[0].confidence")]
    [InlineData("{\"id\":\"7\",\"survey\":{\"csat\":6},\"turns\":[]}", "out_of_range", "$.survey.csat: expected a whole number from 1 to 5, found 6")]
    [InlineData("{\"id\":\"7\",\"survey\":{\"csat\":3.5},\"turns\":[]}", "out_of_range", "$.survey.csat")]
    [InlineData("{\"id\":\"7\",\"survey\":{\"nps\":11},\"turns\":[]}", "out_of_range", "$.survey.nps")]
    [InlineData("{\"id\":\"7\",\"survey\":{\"ces\":1e999},\"turns\":[]}", "out_of_range", "$.survey.ces")]
    [InlineData("{\"id\":\"7\",\"events\":[{\"name\":\"x\"}],\"turns\":[]}", "missing_field", "$.events[0].type")]
    [InlineData("{\"id\":\"7\",\"tags\":{\"a\":{}},\"turns\":[]}", "wrong_type", "$.tags[0]")]
    [InlineData("{\"id\":\"7\",\"endReason\":\"bored\",\"turns\":[]}", "unknown_value", "$.endReason")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"x\"}]} more", "invalid_json", "$")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"user\",\"text\":\"\\udc00x\"}]}", "invalid_encoding", "$.turns[0].text")]
    [InlineData("{\"id\":\"7\",\"turns\":[{\"role\":\"bot\",\"tools\":[{\"name\":\"f\",\"arguments\":[\"\\ud800\"]}]}]}", "invalid_encoding", "$.turns[0].tools[0].arguments")]
    public void A_fault_names_reason_path_expected_and_found(string json, string reasonCode, string messageStart)
    {
        Assert.False(TranscriptJson.TryRead(Encoding.UTF8.GetBytes(json), "shop", null, out _, out var fault));
        Assert.Equal(reasonCode, fault.ReasonCode);
        Assert.StartsWith(messageStart, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_a_fault()
    {
        var deep = "{\"id\":\"7\",\"turns\":[{\"role\":\"bot\",\"tools\":[{\"name\":\"f\",\"arguments\":" + new string('[', 100_000);
        Assert.False(TranscriptJson.TryRead(Encoding.UTF8.GetBytes(deep), "shop", null, out _, out var fault));
        Assert.Equal("invalid_json", fault.ReasonCode);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_a_fault_even_in_unknown_fields()
    {
        byte[] json = [.. "{\"id\":\"7\",\"x\":\""u8, 0xe4, .. "\",\"turns\":[{\"role\":\"user\",\"text\":\"x\"}]}"u8];
        Assert.False(TranscriptJson.TryRead(json, "shop", null, out _, out var fault));
        Assert.Equal("invalid_encoding", fault.ReasonCode);
    }

    private static Conversation Minimal() => new()
    {
        Key = new ConversationKey("shop", "7"),
        Turns = [new Turn { Index = 0, Role = TurnRole.User, Text = "hi" }],
    };

    private static string Text(Conversation conversation) => Encoding.UTF8.GetString(TranscriptJson.Serialize(conversation));

    private static Conversation Accept(string json)
    {
        Assert.True(TranscriptJson.TryRead(Encoding.UTF8.GetBytes(json), "shop", null, out var conversation, out var fault), fault?.Message);
        return conversation;
    }

    private static List<(string Path, long Count)> Pairs(TranscriptJsonNotes notes)
    {
        var pairs = new List<(string, long)>();
        foreach (var (path, count) in notes.UnknownFields)
            pairs.Add((path, count));
        return pairs;
    }
}
