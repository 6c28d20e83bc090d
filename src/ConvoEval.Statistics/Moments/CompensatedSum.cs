using System;

namespace ConvoEval.Statistics.Moments;

/// <summary>
/// A running sum that keeps the lost low bits (Neumaier 1974), so order and size of the terms hardly show.
/// </summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Value => _sum + _lost;

    public void Add(double term)
    {
        double next = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }
}
