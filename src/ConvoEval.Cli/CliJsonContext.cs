using System.Collections.Generic;
using System.Text.Json.Serialization;
using ConvoEval.Cli.Verbs;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Cli;

/// <summary>Source-generated serialisation of what the program prints with <c>--json</c>.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<KpiDefinition>))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(CompareDocument))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
