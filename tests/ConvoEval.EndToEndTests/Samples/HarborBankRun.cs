using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Samples;

/// <summary>The sample workspace, run once in a copy that lies like the original: models and golden sets two folders up.</summary>
public sealed class HarborBankRun : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Folder of the report.</summary>
    public string Report { get; private set; } = "";

    /// <summary>Its summary.</summary>
    public JsonElement Summary { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateSymbolicLink(_folder.Inside("models"), Repository.PathOf("models"));
        Directory.CreateSymbolicLink(_folder.Inside("golden-sets"), Repository.PathOf("golden-sets"));
        var workspace = _folder.Inside("samples", "harbor-bank");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples/harbor-bank"), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Repository.PathOf("samples/harbor-bank"), file);
            if (!relative.StartsWith(".convoeval", System.StringComparison.Ordinal))
                _folder.Write(Path.Combine("samples", "harbor-bank", relative), await File.ReadAllTextAsync(file));
        }

        var result = await ConvoEvalProgram.RunAsync(workspace, "run", "--quiet");
        Assert.True(result.ExitCode == 0, result.ToString());
        Report = ConvoEvalProgram.ReportOf(_folder.Path);
        Summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Report, "summary.json"))).RootElement;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
