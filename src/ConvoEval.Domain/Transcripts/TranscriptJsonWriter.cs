using System;
using System.Linq;
using System.Text.Json;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Writes the neutral record canonically: fields in the order of the reader's tables, nothing that is unknown.</summary>
internal static class TranscriptJsonWriter
{
    public static void Write(Utf8JsonWriter writer, Conversation conversation)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, conversation.Key.SourceId);
        writer.WriteString("source"u8, conversation.Key.Source);
        if (conversation.Revision != 1)
            writer.WriteNumber("revision"u8, conversation.Revision);
        Text(writer, "scenarioId"u8, conversation.ScenarioId);
        if (conversation.Trial != 0)
            writer.WriteNumber("trial"u8, conversation.Trial);
        Text(writer, "channel"u8, conversation.Channel);
        Text(writer, "language"u8, conversation.Language);
        Text(writer, "botId"u8, conversation.BotId);
        Text(writer, "botVersion"u8, conversation.BotVersion);
        Time(writer, "startedAt"u8, conversation.StartedAt);
        Time(writer, "endedAt"u8, conversation.EndedAt);
        if (conversation.EndReason != EndReason.Unknown)
            writer.WriteString("endReason"u8, TranscriptJsonWords.EndReason(conversation.EndReason));
        Text(writer, "userKey"u8, conversation.UserKey);
        WriteTags(writer, conversation);
        WriteSurvey(writer, conversation.Survey);
        WriteEvents(writer, conversation);
        Amount(writer, "costUsd"u8, conversation.CostUsd);
        WriteExpectation(writer, conversation.Expectation);
        writer.WriteStartArray("turns"u8);
        foreach (var turn in conversation.Turns)
            WriteTurn(writer, turn);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter writer, Conversation conversation)
    {
        if (conversation.Tags.Count == 0)
            return;
        writer.WriteStartObject("tags"u8);
        foreach (var (name, value) in conversation.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static void WriteSurvey(Utf8JsonWriter writer, Survey? survey)
    {
        if (survey is null)
            return;
        writer.WriteStartObject("survey"u8);
        if (survey.Csat is { } csat)
            writer.WriteNumber("csat"u8, csat);
        if (survey.Nps is { } nps)
            writer.WriteNumber("nps"u8, nps);
        if (survey.Ces is { } ces)
            writer.WriteNumber("ces"u8, ces);
        if (survey.IsHigherCesEasier is { } isHigherEasier)
            writer.WriteBoolean("isHigherCesEasier"u8, isHigherEasier);
        writer.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter writer, Conversation conversation)
    {
        if (conversation.Events.Count == 0)
            return;
        writer.WriteStartArray("events"u8);
        foreach (var happened in conversation.Events)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, happened.Type);
            Text(writer, "name"u8, happened.Name);
            Time(writer, "at"u8, happened.At);
            if (happened.TurnIndex is { } turn)
                writer.WriteNumber("turn"u8, turn);
            Amount(writer, "amount"u8, happened.Amount);
            Text(writer, "currency"u8, happened.Currency);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteExpectation(Utf8JsonWriter writer, TaskExpectation? expectation)
    {
        if (expectation is null)
            return;
        writer.WriteStartObject("expectation"u8);
        if (expectation.Actions.Count > 0)
        {
            writer.WriteStartArray("actions"u8);
            foreach (var action in expectation.Actions)
                WriteTool(writer, action);
            writer.WriteEndArray();
        }

        if (expectation.CommunicateInfo.Count > 0)
        {
            writer.WriteStartArray("communicateInfo"u8);
            foreach (var value in expectation.CommunicateInfo)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteTurn(Utf8JsonWriter writer, Turn turn)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, TranscriptJsonWords.Role(turn.Role));
        writer.WriteString("text"u8, turn.Text);
        Time(writer, "at"u8, turn.At);
        if (turn.Latency is { } latency)
            Amount(writer, "latencyMs"u8, latency.Ticks / (decimal)TimeSpan.TicksPerMillisecond);
        WriteBelief(writer, turn.Belief);
        WriteSignals(writer, turn.Signals);
        if (turn.ToolCalls.Count > 0)
        {
            writer.WriteStartArray("tools"u8);
            foreach (var call in turn.ToolCalls)
                WriteTool(writer, call);
            writer.WriteEndArray();
        }

        WritePassages(writer, turn);
        if (turn.Tokens is { } tokens)
        {
            writer.WriteStartObject("tokens"u8);
            writer.WriteNumber("input"u8, tokens.Input);
            writer.WriteNumber("output"u8, tokens.Output);
            writer.WriteEndObject();
        }

        Amount(writer, "costUsd"u8, turn.CostUsd);
        writer.WriteEndObject();
    }

    private static void WriteBelief(Utf8JsonWriter writer, BotBelief? belief)
    {
        if (belief is null)
            return;
        writer.WriteStartObject("nlu"u8);
        Text(writer, "model"u8, belief.Model);
        if (belief.Top.Count > 0)
        {
            writer.WriteStartArray("top"u8);
            foreach (var candidate in belief.Top)
            {
                writer.WriteStartObject();
                writer.WriteString("intent"u8, candidate.Intent);
                if (candidate.Confidence is { } confidence)
                    writer.WriteNumber("confidence"u8, confidence);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (belief.IsFallback is { } isFallback)
            writer.WriteBoolean("fallback"u8, isFallback);
        writer.WriteEndObject();
    }

    private static void WriteSignals(Utf8JsonWriter writer, TurnSignals signals)
    {
        if (signals == TurnSignals.None)
            return;
        writer.WriteStartObject("signals"u8);
        for (var bit = 0; bit < TranscriptJsonWords.SignalCount; bit++)
        {
            if (signals.HasFlag((TurnSignals)(1 << bit)))
                writer.WriteBoolean(TranscriptJsonWords.Signals[bit], true);
        }

        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer, ToolCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, call.Name);
        if (call.ArgumentsJson is { } arguments)
        {
            writer.WritePropertyName("arguments"u8);
            writer.WriteRawValue(arguments);
        }

        Text(writer, "result"u8, call.Result);
        if (call.IsOk is { } isOk)
            writer.WriteBoolean("ok"u8, isOk);
        writer.WriteEndObject();
    }

    private static void WritePassages(Utf8JsonWriter writer, Turn turn)
    {
        if (turn.Passages.Count == 0)
            return;
        writer.WriteStartArray("retrieval"u8);
        foreach (var passage in turn.Passages)
        {
            writer.WriteStartObject();
            Text(writer, "id"u8, passage.Id);
            writer.WriteString("text"u8, passage.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void Amount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? amount)
    {
        if (amount is { } known)
            writer.WriteNumber(name, CanonicalJson.Shortest(known));
    }

    private static void Time(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is not { } known)
            return;
        Span<byte> text = stackalloc byte[TranscriptTime.MaxLength];
        writer.WriteString(name, text[..TranscriptTime.Format(known, text)]);
    }
}
