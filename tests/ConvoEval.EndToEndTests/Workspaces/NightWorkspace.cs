using System;
using System.Globalization;
using System.IO;
using System.Text;
using ConvoEval.Testing.Processes;

namespace ConvoEval.EndToEndTests.Workspaces;

/// <summary>
/// A small workspace with everything that a night can bring: two versions, goals, fallbacks, personal data, broken lines, duplicates, a
/// re-opened conversation and one that contradicts itself. Cut into batches of four, worked on one at a time.
/// </summary>
internal static class NightWorkspace
{
    /// <summary>Conversations that a run keeps when it is written with its default size.</summary>
    public const int Conversations = 60;

    private static readonly string[] Questions =
    [
        "where is my new card", "i lost my card pls block it", "what is the limit for transfers", "my pin does not work",
        "I want to dispute a charge of 20 euro", "can i get a statement for march", "what are the fees of the account", "change my address please",
    ];

    private static readonly string[] Answers =
    [
        "Your card left on Monday and comes within 7 days.", "Your card is blocked now.", "You can send 5,000 euro a day.",
        "I did not understand that. Please rephrase.", "I have opened a dispute for you.", "I have sent the statement.",
        "The account has no monthly fee.", "Sorry, I did not get that.",
    ];

    /// <summary>The folder of the intent model of the bank; null = not in this source tree.</summary>
    public static string? Model { get; } =
        Directory.Exists(Repository.PathOf("models/harbor-bank")) ? Repository.PathOf("models/harbor-bank") : null;

    /// <summary>Writes the workspace.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="conversations">Distinct conversations.</param>
    /// <param name="isGolden">Whether a golden set and its judge take part.</param>
    public static void Write(TemporaryFolder folder, int conversations = Conversations, bool isGolden = true)
    {
        var models = Model is { } model ? $"models:\n  intents: {model}\n" : "";
        var golden = isGolden ? $"goldenSet: {Repository.PathOf("golden-sets/harbor-bank")}\n" : "";
        folder.Write("convoeval.yaml", $"""
            name: night
            bot:
              id: marina
              recordsHandovers: true
            sources:
              - name: web
                format: convoeval
                path: transcripts/*.jsonl
            {models}{golden}goals: goals.yaml
            kpis: kpis.yaml
            run:
              batchSize: 4
              parallelism: 1
            """);
        folder.Write("goals.yaml", """
            goals:
              - id: card_blocked
                definition: The card can no longer be used.
                reachedBy:
                  - tool: block_card
                  - phrase: card is blocked
              - id: served
                definition: The bot said that it is done.
                reachedBy:
                  - event: goal_reached
                    name: served
            """);
        folder.Write("kpis.yaml", """
            kpis:
              goal_completion: {pinned: true, margin: 0.05, target: 0.5, owner: QA}
              containment: {pinned: true, margin: 0.05, owner: QA}
              fallback: {pinned: true, margin: 0.03, owner: QA}
              first_response_time: {margin: 1}
            """);
        var half = conversations / 2;
        folder.Write("transcripts/night-1.jsonl", Lines(0, half, "A"));
        folder.Write("transcripts/night-2.jsonl", Lines(half, conversations, "B"));
    }

    private static string Lines(int from, int to, string version)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            var line = Conversation(i, version, turns: 4 + (i % 3));
            text.Append(line).Append('\n');
            switch (i % 20)
            {
                case 3: text.Append("{\"id\":\"broken-").Append(i).Append("\",\"turns\":[{\"role\":\"user\",\n"); break;
                case 7: text.Append(line).Append('\n'); break;
                case 11: text.Append(Conversation(i, version, turns: 8)).Append('\n'); break;
                case 13: text.Append("{\"id\":\"empty-").Append(i).Append("\",\"turns\":[]}\n"); break;
                case 17: text.Append(Conversation(i, version, turns: 4, shift: 3)).Append('\n'); break;
            }
        }

        return text.ToString();
    }

    private static string Conversation(int number, string version, int turns, int shift = 0)
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddHours(number * 3);
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $$"""{"id":"c{{number}}","scenarioId":"s{{number % 30}}","channel":"web","language":"en","botId":"marina","botVersion":"{{version}}","trial":0""");
        line.Append(CultureInfo.InvariantCulture, $$""","startedAt":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","userKey":"u{{number % 25}}","costUsd":0.00{{1 + (number % 8)}},"turns":[""");
        for (var turn = 0; turn < turns; turn++)
        {
            var pick = (number + (turn / 2) + shift) % Questions.Length;
            var time = at.AddSeconds(turn * (7 + (number % 5)));
            if (turn > 0)
                line.Append(',');
            if (turn % 2 == 0)
                line.Append(CultureInfo.InvariantCulture, $$"""{"role":"user","text":"{{Questions[pick]}}{{(number % 9 == 0 ? " mail me at jo@example.com" : "")}}","at":"{{time:yyyy-MM-ddTHH:mm:ssZ}}"}""");
            else
                line.Append(CultureInfo.InvariantCulture, $$"""{"role":"bot","text":"{{Answers[pick]}}","at":"{{time:yyyy-MM-ddTHH:mm:ssZ}}","latencyMs":{{900 + (number * 13)}}{{Tools(pick)}}}""");
        }

        return line.Append("]}").ToString();
    }

    private static string Tools(int pick) =>
        pick == 1 ? ""","tools":[{"name":"block_card","arguments":{"card":"1"},"result":"blocked","ok":true}]""" : "";
}
