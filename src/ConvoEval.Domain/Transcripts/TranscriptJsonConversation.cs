using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Reads the outer object of a conversation. Every switch follows the order of its table of fields.</summary>
internal static class TranscriptJsonConversation
{
    public static readonly TranscriptJsonFields Fields = new(
        "id", "source", "revision", "scenarioId", "trial", "channel", "language", "botId", "botVersion", "startedAt", "endedAt",
        "endReason", "userKey", "tags", "survey", "events", "costUsd", "expectation", "turns");

    public static readonly TranscriptJsonFields SurveyFields = new("csat", "nps", "ces", "isHigherCesEasier");

    public static readonly TranscriptJsonFields EventFields = new("type", "name", "at", "turn", "amount", "currency");

    public static readonly TranscriptJsonFields ExpectationFields = new("actions", "communicateInfo");

    private static readonly Dictionary<string, string> NoTags = [];

    public static Conversation Read(ref TranscriptJsonCursor json, string? source)
    {
        string? id = null, ownSource = null, scenario = null, channel = null, language = null, bot = null, version = null, user = null;
        int revision = 1, trial = 0, end = 0;
        DateTimeOffset? started = null, ended = null;
        IReadOnlyDictionary<string, string> tags = NoTags;
        Survey? survey = null;
        IReadOnlyList<ConversationEvent> events = [];
        decimal? cost = null;
        TaskExpectation? expectation = null;
        IReadOnlyList<Turn>? turns = null;

        json.NextValue();
        json.EnterObject();
        while (json.NextField(Fields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0: id = NotEmpty(ref json); break;
                case 1: ownSource = NotEmpty(ref json); break;
                case 2: revision = (int)json.Whole(1, int.MaxValue); break;
                case 3: scenario = OrUnknown(json.Text()); break;
                case 4: trial = (int)json.Whole(0, int.MaxValue); break;
                case 5: channel = OrUnknown(json.Text()); break;
                case 6: language = OrUnknown(json.Text()); break;
                case 7: bot = OrUnknown(json.Text()); break;
                case 8: version = OrUnknown(json.Text()); break;
                case 9: started = json.Time(); break;
                case 10: ended = json.Time(); break;
                case 11: end = json.Word(TranscriptJsonWords.EndReasons); break;
                case 12: user = OrUnknown(json.Text()); break;
                case 13: tags = ReadTags(ref json); break;
                case 14: survey = ReadSurvey(ref json); break;
                case 15: events = ReadEvents(ref json); break;
                case 16: cost = json.Amount(0); break;
                case 17: expectation = ReadExpectation(ref json); break;
                case 18: turns = TranscriptJsonTurn.ReadAll(ref json); break;
                default: throw new UnreachableException();
            }
        }

        if (id is null)
            json.FailMissing("id");
        if ((source ?? ownSource) is not { } name)
        {
            json.FailMissing("source");
            throw new UnreachableException();
        }

        if (turns is null)
            json.FailMissing("turns");
        if (turns.Count == 0)
            json.Fail("no_turns", "expected at least one turn, found none");
        return new Conversation
        {
            Key = new ConversationKey(name, id),
            Revision = revision,
            ScenarioId = scenario,
            Trial = trial,
            Channel = channel,
            Language = language,
            BotId = bot,
            BotVersion = version,
            StartedAt = started,
            EndedAt = ended,
            EndReason = (EndReason)end,
            UserKey = user,
            Tags = tags,
            Survey = survey,
            Events = events,
            CostUsd = cost,
            Expectation = expectation,
            Turns = turns,
        };
    }

    /// <summary>An empty name says nothing.</summary>
    private static string? OrUnknown(string text) => text.Length > 0 ? text : null;

    private static string NotEmpty(ref TranscriptJsonCursor json)
    {
        var text = json.Text();
        if (string.IsNullOrWhiteSpace(text))
            json.Fail("empty_value", "expected a name, found an empty text");
        return text;
    }

    private static Dictionary<string, string> ReadTags(ref TranscriptJsonCursor json)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        json.EnterObject();
        while (json.NextName(out var name))
        {
            if (!json.NextValue())
                continue;
            if (!tags.TryAdd(name, json.Scalar()))
                json.Fail("duplicate_field", "expected the tag once, found it again");
        }

        return tags;
    }

    private static Survey ReadSurvey(ref TranscriptJsonCursor json)
    {
        int? csat = null, nps = null;
        double? ces = null;
        bool? isHigherEasier = null;
        json.EnterObject();
        while (json.NextField(SurveyFields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0: csat = (int)json.Whole(1, 5); break;
                case 1: nps = (int)json.Whole(0, 10); break;
                case 2: ces = json.Real(double.MinValue, double.MaxValue); break;
                case 3: isHigherEasier = json.Flag(); break;
                default: throw new UnreachableException();
            }
        }

        return new Survey { Csat = csat, Nps = nps, Ces = ces, IsHigherCesEasier = isHigherEasier };
    }

    private static List<ConversationEvent> ReadEvents(ref TranscriptJsonCursor json)
    {
        var events = new List<ConversationEvent>();
        json.EnterArray();
        while (json.NextItem())
            events.Add(ReadEvent(ref json));
        return events;
    }

    private static ConversationEvent ReadEvent(ref TranscriptJsonCursor json)
    {
        string? type = null, name = null, currency = null;
        DateTimeOffset? at = null;
        int? turn = null;
        decimal? amount = null;
        json.EnterObject();
        while (json.NextField(EventFields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0: type = NotEmpty(ref json); break;
                case 1: name = OrUnknown(json.Text()); break;
                case 2: at = json.Time(); break;
                case 3: turn = (int)json.Whole(0, int.MaxValue); break;
                case 4: amount = json.Amount(decimal.MinValue); break;
                case 5: currency = OrUnknown(json.Text()); break;
                default: throw new UnreachableException();
            }
        }

        if (type is null)
            json.FailMissing("type");
        return new ConversationEvent { Type = type, Name = name, At = at, TurnIndex = turn, Amount = amount, Currency = currency };
    }

    private static TaskExpectation ReadExpectation(ref TranscriptJsonCursor json)
    {
        IReadOnlyList<ToolCall> actions = [];
        var told = new List<string>();
        json.EnterObject();
        while (json.NextField(ExpectationFields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0:
                    actions = TranscriptJsonTurn.ReadTools(ref json);
                    break;
                case 1:
                    json.EnterArray();
                    while (json.NextItem())
                        told.Add(json.Text());
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new TaskExpectation { Actions = actions, CommunicateInfo = told };
    }
}
