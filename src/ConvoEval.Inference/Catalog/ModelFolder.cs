using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Inference.Catalog;

/// <summary>
/// A model folder whose files were read and found to be those of its manifest. Immutable and safe to share between
/// threads.
/// </summary>
public sealed class ModelFolder
{
    /// <summary>Name of the file that describes the folder.</summary>
    public const string ManifestName = "manifest.json";

    private readonly Dictionary<string, byte[]> _files;

    private ModelFolder(string path, ModelManifest manifest, Dictionary<string, byte[]> files)
    {
        Path = path;
        Manifest = manifest;
        _files = files;
        Identity = new ModelIdentity(manifest.Name, manifest.Version, Digest(manifest.Files));
    }

    /// <summary>Where the folder stands; a name in angle brackets for one that is only in memory.</summary>
    public string Path { get; }

    /// <summary>Name, version, and a hash over all files.</summary>
    public ModelIdentity Identity { get; }

    /// <summary>What the folder says of itself.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Reads a folder and compares every file with its manifest.</summary>
    /// <param name="path">Folder of one version, such as <c>models/clinc150/1</c>.</param>
    /// <exception cref="ModelFolderException">No such folder, no manifest, or a file that differs from it.</exception>
    public static ModelFolder Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var manifestPath = System.IO.Path.Combine(path, ManifestName);
        if (!File.Exists(manifestPath))
        {
            throw new ModelFolderException(
                $"No model was found: {System.IO.Path.GetFullPath(manifestPath)} does not exist.");
        }

        var manifest = ModelJson.Read<ModelManifest>(File.ReadAllBytes(manifestPath), manifestPath);
        if (manifest.Format != 1)
        {
            throw new ModelFolderException(
                $"{manifestPath} has format {manifest.Format}; this program reads format 1.");
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            files[file.Name] = ReadChecked(path, manifestPath, file);
        }

        return new ModelFolder(path, manifest, files);
    }

    /// <summary>
    /// Finds a model by name, or name and version (<c>clinc150</c>, <c>clinc150/1</c>), in the first of several
    /// folders that has it;
    /// without a version the highest one.
    /// </summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="roots">Folders that hold model folders, in order of preference.</param>
    /// <exception cref="ModelFolderException">The name is no name, or none of the folders has it.</exception>
    public static ModelFolder Find(string name, IReadOnlyList<string> roots)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(roots);
        var parts = name.Split('/');
        if (parts.Length > 2 || !parts.All(IsPlainName))
        {
            throw new ModelFolderException(
                $"'{name}' is no name of a model; expected NAME or NAME/VERSION of letters, digits, '.', '_' and '-'.");
        }

        foreach (var root in roots)
        {
            var folder = System.IO.Path.Combine(root, parts[0]);
            var version = parts.Length == 2 ? parts[1] : HighestVersion(folder);
            if (version is not null && File.Exists(System.IO.Path.Combine(folder, version, ManifestName)))
            {
                return Load(System.IO.Path.Combine(folder, version));
            }
        }

        throw new ModelFolderException(
            $"No model '{name}' was found. Sought in: "
            + string.Join(
                "; ", roots.Select(root => System.IO.Path.GetFullPath(System.IO.Path.Combine(root, parts[0])))));
    }

    /// <summary>A folder that is not on disk yet; the hashes of the manifest are those of the files.</summary>
    internal static ModelFolder InMemory(ModelManifest manifest, IReadOnlyDictionary<string, byte[]> files) =>
        new(
            $"<{manifest.Name}/{manifest.Version}>",
            manifest,
            new Dictionary<string, byte[]>(files, StringComparer.Ordinal));

    /// <summary>Describes files as a manifest lists them.</summary>
    internal static IReadOnlyList<ModelFile> Describe(IReadOnlyDictionary<string, byte[]> files) =>
        [.. files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new ModelFile(file.Key, Hex(SHA256.HashData(file.Value)), file.Value.LongLength))];

    /// <summary>Bytes of a file of the manifest.</summary>
    internal byte[] Bytes(string name) =>
        _files.TryGetValue(name, out var file)
            ? file
            : throw new ModelFolderException($"The manifest of {Path} lists no file '{name}'.");

    /// <summary>Throws unless the model is of a kind.</summary>
    internal void Require(ModelKind kind)
    {
        if (Manifest.Kind != kind)
        {
            throw new ModelFolderException($"{Path} is a model of kind {Manifest.Kind}; {kind} was expected.");
        }
    }

    private static byte[] ReadChecked(string path, string manifestPath, ModelFile file)
    {
        if (!IsPlainName(file.Name))
        {
            throw new ModelFolderException(
                $"{manifestPath} names the file '{file.Name}', which is no plain file name.");
        }

        var place = System.IO.Path.Combine(path, file.Name);
        if (!File.Exists(place))
        {
            throw new ModelFolderException($"{manifestPath} lists {file.Name}, and {place} does not exist.");
        }

        var bytes = File.ReadAllBytes(place);
        var found = Hex(SHA256.HashData(bytes));
        return string.Equals(found, file.Sha256, StringComparison.OrdinalIgnoreCase)
            ? bytes
            : throw new ModelFolderException(
                $"{place} is not the file of the manifest: expected SHA-256 {file.Sha256} ({file.SizeBytes} bytes), "
                + $"found {found} ({bytes.LongLength} bytes).");
    }

    private static string? HighestVersion(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        return Directory.EnumerateDirectories(folder)
            .Where(version => File.Exists(System.IO.Path.Combine(version, ManifestName)))
            .Select(version => System.IO.Path.GetFileName(version))
            .OrderByDescending(
                version => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1)
            .ThenByDescending(version => version, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 100 && name[0] != '.'
        && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-');

    private static string Digest(IEnumerable<ModelFile> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            text.Append(file.Sha256.ToLowerInvariant()).Append("  ").Append(file.Name).Append('\n');
        }

        return Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
