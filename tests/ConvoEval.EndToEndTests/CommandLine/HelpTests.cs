using System;
using System.Threading.Tasks;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.CommandLine;

public sealed class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Verbs with every word that their help has to explain.</summary>
    public static TheoryData<string, string> Verbs => new()
    {
        { "init", "DIR" },
        { "run", "--workspace --fresh --retry --since --quiet --json" },
        { "report", "RUN --workspace --json" },
        { "compare", "A B --workspace --run --gate --json" },
        { "import", "FORMAT FILE --source --bot-version --out --reward" },
        { "redact", "FILE --allow" },
        { "classify", "FILE --model" },
        { "embed", "FILE --encoder" },
        { "kpis list", "--workspace --json" },
        { "kpis audit", "--workspace" },
        { "golden check", "DIR" },
        { "golden diff", "OLD NEW" },
        { "judges check", "--split --workspace" },
        { "reviews draw", "N --out --seed --uniform" },
        { "reviews import", "FILE --set --out --set-version --annotator" },
        { "intents train", "--examples --validation --out --overwrite --seed --folds --encoder --name --version --licence --data-name --data-licence" },
        { "encoders train", "--recipe --data --leave-out --out --overwrite --seed --name --version --licence" },
        { "doctor", "--workspace" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_of_a_verb_explains_all_that_can_be_said(string verb, string words)
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, [.. verb.Split(' '), "--help"]);
        Assert.Equal(0, result.ExitCode);
        foreach (var word in words.Split(' '))
            Assert.Contains(word, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_the_program_lists_verbs_and_exit_codes()
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "--help");
        Assert.Equal(0, result.ExitCode);
        foreach (var word in new[] { "init", "run", "report", "compare", "import", "redact", "classify", "embed", "kpis" })
            Assert.Contains("  " + word, result.Output, StringComparison.Ordinal);
        foreach (var code in new[] { "0 fine", "1 gate failed", "2 usage", "3 not comparable", "4 environment", "130 interrupted" })
            Assert.Contains(code, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run --colour")]
    [InlineData("run --json --since")]
    [InlineData("dance")]
    [InlineData("compare A")]
    [InlineData("")]
    public async Task Misused_command_line_is_exit_code_2_with_words_on_standard_error_alone(string line)
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Messages);
    }
}
