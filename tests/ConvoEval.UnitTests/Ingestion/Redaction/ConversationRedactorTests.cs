using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Redaction;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

public sealed class ConversationRedactorTests
{
    private static readonly ConversationRedactor Redactor = new(new PiiDetector(), AllowedValues.None, default);

    [Fact]
    public void Same_value_has_the_same_mask_in_all_turns_and_spellings()
    {
        var (masked, spans, byEntity) = Redactor.Redact(Talk(
            "I am JOHN@example.com, phone +1 201-555-0123",
            "john@example.com? and 001 201 555 0123?",
            "no, jane@example.com"));

        Assert.Equal("I am [EMAIL_1], phone [PHONE_1]", masked.Turns[0].Text);
        Assert.Equal("[EMAIL_1]? and [PHONE_1]?", masked.Turns[1].Text);
        Assert.Equal("no, [EMAIL_2]", masked.Turns[2].Text);
        Assert.Equal(5, spans);
        Assert.Equal(new Dictionary<string, int> { ["EMAIL"] = 3, ["PHONE"] = 2 }, byEntity);
    }

    [Fact]
    public void Value_that_was_named_once_is_masked_where_nothing_names_it()
    {
        var (masked, _, _) = Redactor.Redact(Talk("So 467-3395, right?", "yes, my phone is 467 3395"));

        Assert.Equal("So [PHONE_1], right?", masked.Turns[0].Text);
    }

    [Fact]
    public void Conversation_without_personal_data_is_returned_as_it_is()
    {
        var talk = Talk("where is order 4673395?");

        Assert.Same(talk, Redactor.Redact(talk).Masked);
    }

    [Fact]
    public void Masks_that_stand_in_the_text_keep_their_numbers()
    {
        var (masked, _, _) = Redactor.Redact(Talk("a@b.com", "[EMAIL_1] and [EMAIL_7]"));

        Assert.Equal("[EMAIL_8]", masked.Turns[0].Text);
        Assert.Equal("[EMAIL_1] and [EMAIL_7]", masked.Turns[1].Text);
    }

    [Fact]
    public void Tool_arguments_and_results_stay_valid_json()
    {
        var call = new ToolCall
        {
            Name = "update",
            ArgumentsJson =
                """{"dob":"1978-05-12","phone":2015550123,"t":"caf\u00e9 a@b.com","x":"{\"m\":\"a@b.com\"}"}""",
            Result = """{"a@b.com":{"card":"4111111111111111","n":[2.50],"ok":true}}""",
        };
        var talk = Talk("hi") with { Turns = [Talk("hi").Turns[0] with { ToolCalls = [call] }] };

        var masked = Redactor.Redact(talk).Masked.Turns[0].ToolCalls[0];

        Assert.Equal(
            """{"dob":"[DATE_OF_BIRTH_1]","phone":"[PHONE_1]","t":"café [EMAIL_1]","x":"{\"m\":\"[EMAIL_1]\"}"}""",
            masked.ArgumentsJson);
        Assert.Equal("""{"[EMAIL_1]":{"card":"[CARD_1]","n":[2.50],"ok":true}}""", masked.Result);
        using var document = JsonDocument.Parse(masked.ArgumentsJson ?? "");
    }

    [Theory]
    [InlineData("{\"mail\":\"a@b.com\"", "{\"mail\":\"[EMAIL_1]\"")] // broken JSON is running text
    [InlineData("{\"t\":\"\\ud800 a@b.com\"}", "{\"t\":\"\\ud800 [EMAIL_1]\"}")] // half a surrogate pair
    [InlineData("[]", "[]")]
    [InlineData("a@b.com", "[EMAIL_1]")]
    [InlineData("", "")]
    public void Odd_tool_results_are_masked_too(string result, string expected)
    {
        var call = new ToolCall { Name = "t", Result = result };
        var talk = Talk("hi") with { Turns = [Talk("hi").Turns[0] with { ToolCalls = [call] }] };

        Assert.Equal(expected, Redactor.Redact(talk).Masked.Turns[0].ToolCalls[0].Result);
    }

    [Fact]
    public void Passages_events_tags_and_expectations_are_masked()
    {
        var talk = Talk("hi") with
        {
            Turns = [Talk("hi").Turns[0] with { Passages = [new RetrievedPassage("doc", "write to a@b.com")] }],
            Events = [new ConversationEvent { Type = "lead", Name = "a@b.com" }],
            Tags = new Dictionary<string, string> { ["phone"] = "467 3395", ["channel"] = "web" },
            Expectation = new TaskExpectation
            {
                Actions = [new ToolCall { Name = "send", ArgumentsJson = """{"to":"a@b.com"}""" }],
                CommunicateInfo = ["467-3395", "12"],
            },
        };

        var masked = Redactor.Redact(talk).Masked;

        Assert.Equal("write to [EMAIL_1]", masked.Turns[0].Passages[0].Text);
        Assert.Equal("[EMAIL_1]", masked.Events[0].Name);
        Assert.Equal("[PHONE_1]", masked.Tags["phone"]);
        Assert.Equal("web", masked.Tags["channel"]);
        Assert.Equal("""{"to":"[EMAIL_1]"}""", masked.Expectation?.Actions[0].ArgumentsJson);
        Assert.Equal(["[PHONE_1]", "12"], masked.Expectation?.CommunicateInfo);
    }

    [Fact]
    public void User_key_that_is_an_address_becomes_the_same_hash_in_every_conversation()
    {
        var first = Redactor.Redact(Talk("a") with { UserKey = "John@Example.com" }).Masked.UserKey;
        var second = Redactor.Redact(Talk("b") with { UserKey = "john@example.com" }).Masked.UserKey;
        var number = Redactor.Redact(Talk("b") with { UserKey = "447700900123" }).Masked.UserKey;

        Assert.Equal(first, second);
        Assert.StartsWith("user-", first, StringComparison.Ordinal);
        Assert.StartsWith("user-", number, StringComparison.Ordinal);
        Assert.NotEqual(first, number);
        Assert.Equal(first, Redactor.PseudonymOf(first ?? ""));

        var withSecret = new ConversationRedactor(new PiiDetector(), AllowedValues.None, "key"u8.ToArray());
        Assert.NotEqual(first, withSecret.PseudonymOf("john@example.com"));
    }

    [Fact]
    public void User_key_that_is_a_pseudonym_stays()
    {
        Assert.Equal("customer-88123", Redactor.Redact(Talk("a") with { UserKey = "customer-88123" }).Masked.UserKey);
    }

    [Fact]
    public void Public_values_stay()
    {
        var detector = new PiiDetector();
        var allowed = AllowedValues.From(
            detector, ["Call us on 0800 123 4567 or write to help@bank.example.", "467 3395", "+44 20 7946 0958"]);
        var redactor = new ConversationRedactor(detector, allowed, default);

        Assert.Equal(4, allowed.Count);
        Assert.Equal(
            "HELP@bank.example, phone 0800-123-4567, tel 467-3395, 020 7946 0958, not [EMAIL_1]",
            redactor.Redact(
                "HELP@bank.example, phone 0800-123-4567, tel 467-3395, 020 7946 0958, not me@bank.example").Text);
    }

    [Fact]
    public void Single_text_gives_offsets_of_the_incoming_text()
    {
        var redacted = Redactor.Redact("😀 a@b.com");

        Assert.Equal("😀 [EMAIL_1]", redacted.Text);
        Assert.Equal(3, redacted.Spans[0].Start);
        Assert.Equal(10, redacted.Spans[0].End);
    }

    [Fact]
    public void Masking_what_is_masked_changes_nothing()
    {
        string[] pieces =
        [
            "john@example.com", "+44 20 7946 0958", "467 3395", "4111 1111 1111 1111", "GB82WEST12345698765432",
            "203.0.113.7",
            "123-45-6789", "1978-05-12", "12345678Z", "0800 123 4567", "201-555-0123",
            "https://u:p4ss@h.example/x?token=abcdef",
            "john at example dot com", "phone ", "born ", "order ", "card ", "ssn ", "office", " is ", "-", ".", " ",
            ",", "\n", "x",
            "+", "(", ")", "/", ":", "0", "1", "12", "2023", "😀", "\u200B", "４", "%40", "[EMAIL_1]", "[", "]",
            "{\"a\":\"", "\"}",
        ];
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var n = random.Next(1, 14); n > 0; n--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
                text.Append(random.Next(3) == 0 ? " " : "");
            }

            var once = Redactor.Redact(Talk(text.ToString(), "and phone 467 3395")).Masked;
            var twice = Redactor.Redact(once);

            Assert.True(
                twice.SpanCount == 0, $"seed {seed}: {text} -> {once.Turns[0].Text} -> {twice.Masked.Turns[0].Text}");
        }
    }

    private static Conversation Talk(params string[] texts)
    {
        var turns = new List<Turn>();
        foreach (var text in texts)
        {
            var role = turns.Count % 2 == 0 ? TurnRole.User : TurnRole.Bot;
            turns.Add(new Turn { Index = turns.Count, Role = role, Text = text });
        }

        return new Conversation { Key = new ConversationKey("test", "1"), Turns = turns };
    }
}
