using System.Collections.Generic;
using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>The rules in their order: facts, forbidden statements, promises, negation, another question, what is left out. The first finding decides.</summary>
internal sealed class AdherenceExamination(GoldenMatcher matcher)
{
    /// <summary>Items ranked next whose facts may be mentioned: a response often answers two questions.</summary>
    private const int Neighbours = 4;

    public AdherenceFinding? Examine(ResponseProfile response, IReadOnlyList<GoldenMatch> ranked, IReadOnlyList<StatedFact> context)
    {
        var golden = ranked[0].Item;
        var weights = matcher.Answers;
        return StatementCheck.Forbidden(response, golden, weights)
            ?? FactCheck.Find(response, golden, context, ranked.Skip(1).Take(Neighbours).Select(match => match.Item))
            ?? PromiseCheck.Find(response, golden)
            ?? StatementCheck.Negated(response, golden, weights)
            ?? StatementCheck.Missing(response, golden);
    }
}
