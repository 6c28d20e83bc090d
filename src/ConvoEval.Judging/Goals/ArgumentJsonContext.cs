using System.Text.Json.Serialization;

namespace ConvoEval.Judging.Goals;

/// <summary>Source-generated serialisation of texts in arguments.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class ArgumentJsonContext : JsonSerializerContext;
