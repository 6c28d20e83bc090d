using System;
using System.Threading.Tasks;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>
/// One step of training: each anchor must be nearer to its partner than to the partners of the others, and the other
/// way round
/// (in-batch softmax over scaled cosines; Henderson et al. 2017, Khosla et al. 2020). Work is cut by texts and by
/// columns, never so
/// that two threads add into the same number, so the bits do not depend on the number of threads.
/// </summary>
internal sealed class ContrastiveBatch
{
    private readonly int _size;
    private readonly int _dimension;
    private readonly float _scale;
    private readonly ParallelOptions _parallel;
    private readonly float[] _units;
    private readonly float[] _lengths;
    private readonly float[] _gradients;
    private readonly float[] _byAnchor;
    private readonly float[] _byPartner;

    public ContrastiveBatch(EncoderTrainerOptions options)
    {
        _size = options.BatchSize;
        _dimension = options.Dimension;
        _scale = options.Scale;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        _units = new float[2 * _size * _dimension];
        _lengths = new float[2 * _size];
        _gradients = new float[2 * _size * _dimension];
        _byAnchor = new float[_size * _size];
        _byPartner = new float[_size * _size];
    }

    /// <summary>
    /// Sums of rows; the caller fills them before <see cref="ComputeGradients"/>. Anchors first, then partners.
    /// </summary>
    public Span<float> Sum(int text) => _units.AsSpan(text * _dimension, _dimension);

    /// <summary>Gradient of the loss by the sum of rows of a text.</summary>
    public Span<float> Gradient(int text) => _gradients.AsSpan(text * _dimension, _dimension);

    /// <summary>Computes all gradients. Pairs of equal group are not held against each other.</summary>
    public void ComputeGradients(int[] groups)
    {
        Parallel.For(0, 2 * _size, _parallel, Normalize);
        Parallel.For(0, _size, _parallel, anchor =>
        {
            for (var partner = 0; partner < _size; partner++)
            {
                var isHeld = partner == anchor || groups[partner] != groups[anchor];
                _byAnchor[(anchor * _size) + partner] = isHeld
                    ? _scale * LaneMath.Dot(Sum(anchor), Sum(_size + partner))
                    : float.NegativeInfinity;
            }
        });
        Parallel.For(0, _size, _parallel, partner =>
        {
            for (var anchor = 0; anchor < _size; anchor++)
            {
                _byPartner[(partner * _size) + anchor] = _byAnchor[(anchor * _size) + partner];
            }

            Softmax(_byPartner.AsSpan(partner * _size, _size), partner);
        });
        Parallel.For(0, _size, _parallel, anchor => Softmax(_byAnchor.AsSpan(anchor * _size, _size), anchor));
        Parallel.For(0, 2 * _size, _parallel, GradientOf);
    }

    /// <summary>
    /// Turns scores into probabilities less 1 for the right one: the gradient of the loss by the scores.
    /// </summary>
    private static void Softmax(Span<float> scores, int right)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        double sum = 0;
        foreach (ref var score in scores)
        {
            score = float.IsNegativeInfinity(score) ? 0 : (float)PortableMath.Exp(score - largest);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score = (float)(score / sum);
        }

        scores[right] -= 1;
    }

    private void Normalize(int text)
    {
        var sum = Sum(text);
        var length = MathF.Sqrt(LaneMath.Dot(sum, sum));
        _lengths[text] = length;
        for (var i = 0; length > 0 && i < sum.Length; i++)
        {
            sum[i] /= length;
        }
    }

    private void GradientOf(int text)
    {
        var gradient = Gradient(text);
        gradient.Clear();
        if (_lengths[text] == 0)
        {
            return;
        }

        var isAnchor = text < _size;
        var own = isAnchor ? text : text - _size;
        for (var other = 0; other < _size; other++)
        {
            var pull = isAnchor
                ? _byAnchor[(own * _size) + other] + _byPartner[(other * _size) + own]
                : _byPartner[(own * _size) + other] + _byAnchor[(other * _size) + own];
            if (pull != 0)
            {
                LaneMath.AddScaled(gradient, Sum(isAnchor ? _size + other : other), pull * _scale);
            }
        }

        // Through the scaling to unit length: what points along the vector has no effect.
        LaneMath.AddScaled(gradient, Sum(text), -LaneMath.Dot(gradient, Sum(text)));
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= _lengths[text];
        }
    }
}
