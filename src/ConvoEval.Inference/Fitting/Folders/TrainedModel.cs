using System;
using System.Collections.Generic;
using System.IO;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Fitting.Folders;

/// <summary>A model that is trained and not yet on disk.</summary>
public sealed class TrainedModel
{
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly byte[] _card;

    internal TrainedModel(ModelManifest manifest, IReadOnlyDictionary<string, byte[]> files, byte[] card)
    {
        _files = files;
        _card = card;
        Folder = ModelFolder.InMemory(manifest, files);
    }

    /// <summary>The model, ready to be opened.</summary>
    public ModelFolder Folder { get; }

    /// <summary>
    /// Writes the model folder. The manifest is written last, so a folder that was not finished is never taken for a
    /// model.
    /// </summary>
    /// <param name="path">Folder of the version, such as <c>models/mine/1</c>; made when missing.</param>
    /// <param name="overwrite">True replaces a model that stands there.</param>
    /// <exception cref="ModelFolderException">Another model stands there and may not be replaced.</exception>
    public void WriteTo(string path, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var manifestPath = Path.Combine(path, ModelFolder.ManifestName);
        if (File.Exists(manifestPath))
        {
            if (!overwrite)
            {
                throw new ModelFolderException(
                    $"{Path.GetFullPath(path)} already holds a model. A version is never edited: choose another version, "
                    + "or allow overwriting.");
            }

            File.Delete(manifestPath);
        }

        Directory.CreateDirectory(path);
        foreach (var (name, bytes) in _files)
        {
            File.WriteAllBytes(Path.Combine(path, name), bytes);
        }

        File.WriteAllBytes(Path.Combine(path, "CARD.md"), _card);
        File.WriteAllBytes(manifestPath, ModelJson.Write(Folder.Manifest));
    }
}
