using System.Globalization;

namespace TfNative.Benchmarks.Starlark;

/// <summary>How long the calls of one program took, in microseconds.</summary>
internal readonly record struct Timing(double First, double Best, double Mean)
{
    /// <summary>Long enough for the optimising JIT compiler to have replaced the code of the first calls.</summary>
    public const double WarmSeconds = 2.0;

    public const double Seconds = 1.0;

    /// <summary>Three numbers of seconds, as both sides print them.</summary>
    public static Timing Parse(string text)
    {
        double[] seconds = Array.ConvertAll(text.Split(' '), s => double.Parse(s, CultureInfo.InvariantCulture));
        return new Timing(seconds[0] * 1e6, seconds[1] * 1e6, seconds[2] * 1e6);
    }
}
