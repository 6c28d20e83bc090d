using System.CommandLine;
using ConvoEval.Cli.Terminal;

namespace ConvoEval.Cli.Verbs;

/// <summary>All verbs of the program, in the order of its help.</summary>
internal static class VerbTable
{
    public static RootCommand Create(TerminalOutput output) => new(
        "ConvoEval evaluates chatbot conversations: KPIs that carry their uncertainty, judges that are checked, versions compared.\n\n" + ExitCode.Help)
    {
        InitVerb.Create(output),
        RunVerb.Create(output),
        ReportVerb.Create(output),
        CompareVerb.Create(output),
        ImportVerb.Create(output),
        RedactVerb.Create(output),
        ClassifyVerb.Create(output),
        EmbedVerb.Create(output),
        JudgeVerb.Create(output),
        GoldenVerb.Create(output),
        ReviewsVerb.Create(output),
        JudgesVerb.Create(output),
        KpisVerb.Create(output),
        IntentsVerb.Create(output),
        EncodersVerb.Create(output),
        ModelsVerb.Create(output),
        DoctorVerb.Create(output),
    };
}
