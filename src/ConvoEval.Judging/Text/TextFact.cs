namespace ConvoEval.Judging.Text;

/// <summary>A fact in canonical form with its place in the normalised text.</summary>
/// <param name="Canonical">Such as 30|day, 1299|USD, 2026-03-05, shop.com/Returns.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct TextFact(string Canonical, int Start, int End);
