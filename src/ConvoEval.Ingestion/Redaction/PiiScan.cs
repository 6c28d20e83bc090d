using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// One reading of a folded text by all finders. A finder matches in <see cref="Work"/>, where what others claimed is
/// already blanked, and looks for context in <see cref="Context"/>, where it still stands.
/// </summary>
internal sealed class PiiScan
{
    private readonly char[] _work;
    private readonly char[] _context;
    private readonly List<PiiSpan> _found = [];
    private int _applied;

    public PiiScan(ReadOnlySpan<char> folded)
    {
        _work = folded.ToArray();
        _context = folded.ToArray();
    }

    /// <summary>Number of folded characters.</summary>
    public int Length => _work.Length;

    /// <summary>What is still free to be claimed; barriers elsewhere.</summary>
    public ReadOnlySpan<char> Work => _work;

    /// <summary>The text with only the masks and the claims of earlier rounds blanked.</summary>
    public ReadOnlySpan<char> Context => _context;

    /// <summary>Claims of all rounds in order of claiming; folded offsets.</summary>
    public IReadOnlyList<PiiSpan> Found => _found;

    /// <summary>Takes a range as personal data.</summary>
    public void Claim(int start, int end, string entity)
    {
        _found.Add(new PiiSpan(start, end, entity));
        Block(start, end);
    }

    /// <summary>
    /// Keeps later finders of this round off a range that is no personal data, such as a delivery date.
    /// </summary>
    public void Block(int start, int end) => _work.AsSpan(start, end - start).Fill(Characters.Barrier);

    /// <summary>
    /// Blanks the claims for the next round.
    /// </summary>
    /// <returns>Whether this round claimed anything.</returns>
    public bool NextRound()
    {
        if (_applied == _found.Count)
        {
            return false;
        }

        for (; _applied < _found.Count; _applied++)
        {
            var span = _found[_applied];
            _context.AsSpan(span.Start, span.End - span.Start).Fill(Characters.Barrier);
        }

        _context.CopyTo(_work, 0);
        return true;
    }
}
