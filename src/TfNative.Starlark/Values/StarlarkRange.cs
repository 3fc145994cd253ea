using System.Text;

namespace TfNative.Starlark;

/// <summary>What <c>range(...)</c> gives: an immutable sequence of ints that are not stored.</summary>
public sealed class StarlarkRange : StarlarkObject
{
    internal readonly long Start;
    internal readonly long Stop;
    internal readonly long Step;
    internal readonly long LongLength;

    /// <param name="start">First element.</param>
    /// <param name="stop">Bound that is not reached.</param>
    /// <param name="step">Difference between elements, not 0.</param>
    public StarlarkRange(long start, long stop, long step)
    {
        Start = start;
        Stop = stop;
        Step = step;
        LongLength = Measure(start, stop, step);
    }

    public override string TypeName => "range";

    public override bool IsHashable => false;

    /// <summary>Saturates at the largest int.</summary>
    public override int Length => (int)Math.Min(LongLength, int.MaxValue);

    public override bool Truth => LongLength > 0;

    public long At(long index) => Start + (index * Step);

    public override bool TryIndex(Value key, out Value value)
    {
        value = At(Indexing.LongIndex(key, LongLength));
        return true;
    }

    public override bool? Contains(Value element)
    {
        // Like Bazel's, a range contains numbers by value; anything else is not in it.
        if (element.IsFloat && element.AsDouble == Math.Floor(element.AsDouble) && Math.Abs(element.AsDouble) < 9e18)
            element = (long)element.AsDouble;
        if (!element.TryGetInt(out long value))
            return false;
        if (LongLength == 0)
            return false;
        System.Int128 distance = (Int128)value - Start;
        return distance % Step == 0 && distance / Step >= 0 && distance / Step < LongLength;
    }

    public override IEnumerable<Value> Iterate()
    {
        for (long i = 0; i < LongLength; i++)
            yield return At(i);
    }

    public override bool Equals(Value other)
    {
        if (other.Ref is not StarlarkRange range || range.LongLength != LongLength)
            return false;
        return LongLength == 0 || (range.Start == Start && (LongLength == 1 || range.Step == Step));
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append("range(").Append(Start).Append(", ").Append(Stop);
        if (Step != 1)
            text.Append(", ").Append(Step);
        text.Append(')');
    }

    private static long Measure(long start, long stop, long step)
    {
        Int128 distance = step > 0 ? (Int128)stop - start : (Int128)start - stop;
        if (distance <= 0)
            return 0;
        Int128 stride = step > 0 ? step : -(Int128)step;
        Int128 length = ((distance - 1) / stride) + 1;
        return length > long.MaxValue ? long.MaxValue : (long)length;
    }
}
