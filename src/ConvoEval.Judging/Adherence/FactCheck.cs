using System.Collections.Generic;
using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>
/// Finds facts in a response that neither the golden answer nor the context knows. Bare numbers are left alone, and so is what can be computed from known
/// facts in one step: a sum, a difference, a percentage of an amount.
/// </summary>
internal static class FactCheck
{
    /// <summary>Facts of the context that are used for sums; more make everything computable.</summary>
    private const int MostOperands = 24;

    public static AdherenceFinding? Find(ResponseProfile response, GoldenProfile golden, IReadOnlyList<StatedFact> context, IEnumerable<GoldenProfile> neighbours)
    {
        List<StatedFact>? known = null;
        foreach (var fact in response.Facts)
        {
            if (fact.Kind is FactKind.Number || Agrees(fact, golden.Known) || Agrees(fact, context))
                continue;
            known ??= [.. neighbours.SelectMany(neighbour => neighbour.Known)];
            if (Agrees(fact, known) || IsComputed(fact, golden.Known, context))
                continue;
            // A kind of fact that the golden answer never speaks of is no contradiction, except addresses, which must not be invented.
            if (fact.Kind is not (FactKind.Url or FactKind.Email or FactKind.Phone) && !golden.Approved.Any(approved => approved.Kind == fact.Kind))
                continue;
            return new AdherenceFinding(CodeOf(fact.Kind), Explain(fact, golden), response.Quote(fact.Start, fact.End));
        }

        return null;
    }

    private static bool Agrees(in StatedFact fact, IReadOnlyList<StatedFact> known)
    {
        foreach (var other in known)
            if (fact.Agrees(other))
                return true;
        return false;
    }

    private static bool IsComputed(in StatedFact fact, IReadOnlyList<StatedFact> golden, IReadOnlyList<StatedFact> context)
    {
        if (fact.Kind != FactKind.Amount)
            return false;
        var operands = golden.Concat(context).Where(other => other.Kind is FactKind.Amount or FactKind.Number).Select(other => other.Value).Distinct().Take(MostOperands).ToList();
        var rates = golden.Where(other => other.Kind == FactKind.Percent).Select(other => other.Value / 100).ToList();
        var value = fact.Value;
        for (var i = 0; i < operands.Count; i++)
        {
            if (rates.Exists(rate => decimal.Round(operands[i] * rate, 2) == value))
                return true;
            for (var j = 0; j < operands.Count; j++)
                if (i != j && (operands[i] + operands[j] == value || operands[i] - operands[j] == value))
                    return true;
        }

        return false;
    }

    private static string CodeOf(FactKind kind) => kind switch
    {
        FactKind.Amount => "amount_mismatch",
        FactKind.Date => "date_mismatch",
        FactKind.Time => "time_mismatch",
        FactKind.Url => "url_mismatch",
        FactKind.Email or FactKind.Phone => "contact_mismatch",
        _ => "number_mismatch",
    };

    private static string Explain(in StatedFact fact, GoldenProfile golden) =>
        $"states a {fact.Kind.ToString().ToLowerInvariant()} that neither the approved answer {golden.Golden.Id} nor the context holds";
}
