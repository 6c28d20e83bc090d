using System.Text.Json;

namespace ConvoEval.Cli.Lines;

/// <summary>A line of a station by hand: an id, passed through as it came (text or number), and a text.</summary>
internal readonly record struct TextLine(JsonElement Id, string Text);
