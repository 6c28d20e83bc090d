namespace ConvoEval.Domain.Labels;

/// <summary>Which model spoke: labels and vectors of different identities never mix.</summary>
/// <param name="Name">Name of the model folder.</param>
/// <param name="Version">Version folder.</param>
/// <param name="Digest">SHA-256 (hex) over the files of the model.</param>
public sealed record ModelIdentity(string Name, string Version, string Digest)
{
    /// <summary>Name and version joined by a slash.</summary>
    public override string ToString() => $"{Name}/{Version}";
}
