using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Intents;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Catalog;

public sealed class ModelFolderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_written_folder_loads_with_the_same_identity()
    {
        using var folder = new TinyModels.Folder();
        var model = TinyModels.Intents(Token).Model;
        model.WriteTo(folder.Path, overwrite: false);

        var loaded = ModelFolder.Load(folder.Path);

        Assert.Equal(model.Folder.Identity, loaded.Identity);
        Assert.Equal("tiny", loaded.Identity.Name);
        Assert.Equal(64, loaded.Identity.Digest.Length);
        Assert.Equal(ModelJson.Write(model.Folder.Manifest), ModelJson.Write(loaded.Manifest));
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("labels.json")]
    [InlineData("vocabulary.txt")]
    [InlineData("features.json")]
    public void A_changed_file_stops_the_start_and_names_file_expected_and_found(string name)
    {
        using var folder = Written();
        var path = Path.Combine(folder.Path, name);
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = Assert.Throws<ModelFolderException>(() => ModelFolder.Load(folder.Path));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Matches("expected SHA-256 [0-9a-f]{64}.*found [0-9a-f]{64}", error.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = Written();
        File.Delete(Path.Combine(folder.Path, "labels.json"));

        var error = Assert.Throws<ModelFolderException>(() => ModelFolder.Load(folder.Path));

        Assert.Contains("labels.json does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_says_where_it_was_sought()
    {
        using var folder = new TinyModels.Folder();
        var other = Path.Combine(folder.Path, "other");

        var loading = Assert.Throws<ModelFolderException>(() => ModelFolder.Load(other));
        var finding = Assert.Throws<ModelFolderException>(() => ModelFolder.Find("mine", [folder.Path, other]));

        Assert.Contains(Path.Combine(other, "manifest.json"), loading.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder.Path, "mine"), finding.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(other, "mine"), finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":1,"surprise":true}""")]
    public void A_manifest_that_is_none_is_refused(string manifest)
    {
        using var folder = Written();
        File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), manifest);

        Assert.Throws<ModelFolderException>(() => ModelFolder.Load(folder.Path));
    }

    [Fact]
    public void A_manifest_cannot_reach_outside_its_folder()
    {
        using var folder = Written();
        Rewrite(folder, "\"labels.json\"", "\"../labels.json\"");

        var error = Assert.Throws<ModelFolderException>(() => ModelFolder.Load(folder.Path));

        Assert.Contains("no plain file name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_format_is_refused()
    {
        using var folder = Written();
        Rewrite(folder, "\"format\": 1", "\"format\": 2");

        Assert.Throws<ModelFolderException>(() => ModelFolder.Load(folder.Path));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b/c")]
    [InlineData("")]
    [InlineData("/etc")]
    [InlineData("a b")]
    public void A_name_that_is_a_path_is_refused(string name) =>
        Assert.Throws<ModelFolderException>(() => ModelFolder.Find(name, ["."]));

    [Fact]
    public void The_highest_version_of_the_first_root_that_has_the_model_is_found()
    {
        using var root = new TinyModels.Folder();
        var model = TinyModels.Intents(Token).Model;
        foreach (var version in (string[])["2", "10", "draft"])
        {
            model.WriteTo(Path.Combine(root.Path, "tiny", version), overwrite: false);
        }

        Directory.CreateDirectory(Path.Combine(root.Path, "tiny", "11"));

        string[] roots = [Path.Combine(root.Path, "none"), root.Path];
        Assert.Equal(Path.Combine(root.Path, "tiny", "10"), ModelFolder.Find("tiny", roots).Path);
        Assert.Equal(Path.Combine(root.Path, "tiny", "2"), ModelFolder.Find("tiny/2", roots).Path);
    }

    [Fact]
    public void Labels_that_do_not_fit_the_graph_are_refused()
    {
        using var folder = Written();
        var path = Path.Combine(folder.Path, "labels.json");
        var text = File.ReadAllText(path).Replace("\"greeting\"", "\"balance\"", StringComparison.Ordinal);
        File.WriteAllText(path, text);
        var changed = ModelFolder.Describe(new Dictionary<string, byte[]> { ["labels.json"] = Encoding.UTF8.GetBytes(text) });
        var manifestPath = Path.Combine(folder.Path, "manifest.json");
        var manifest = ModelJson.Read<ModelManifest>(File.ReadAllBytes(manifestPath), manifestPath);
        ModelFile[] files = [.. manifest.Files.Select(file => file.Name == "labels.json" ? changed[0] : file)];
        File.WriteAllBytes(manifestPath, ModelJson.Write(manifest with { Files = files }));

        Assert.Throws<ModelFolderException>(
            () => OnnxIntentClassifier.Open(ModelFolder.Load(folder.Path), new InferenceOptions()));
    }

    private static TinyModels.Folder Written()
    {
        var folder = new TinyModels.Folder();
        TinyModels.Intents(Token).Model.WriteTo(folder.Path, overwrite: false);
        return folder;
    }

    private static void Rewrite(TinyModels.Folder folder, string from, string to)
    {
        var path = Path.Combine(folder.Path, "manifest.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }
}
