using System.Globalization;
using System.Numerics;
using CsCheck;

namespace TfNative.Starlark.Tests.Values;

/// <summary>Values beside naive models of them.</summary>
public class ValueProperties
{
    private static readonly Gen<BigInteger> AnyInt = Gen.OneOf(
        Gen.Long.Select(l => (BigInteger)l),
        Gen.Int[-10, 10].Select(i => (BigInteger)i),
        Gen.Select(Gen.Long, Gen.Long, (a, b) => (BigInteger)a * b),
        Pick.From(long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, 0L, -1L).Select(l => (BigInteger)l));

    private static readonly Gen<string> AnyString = Pick.From('a', 'b', ' ', '\n', 'é').Array[0, 12].Select(a => new string(a));

    [Fact]
    public void Ints_agree_with_BigInteger() => Gen.Select(AnyInt, AnyInt).Sample(
        (a, b) =>
        {
            (string, Value)[] names = [("a", a), ("b", b)];
            Assert.Equal((Value)(a + b), Starlark.Eval("a + b", names));
            Assert.Equal((Value)(a - b), Starlark.Eval("a - b", names));
            Assert.Equal((Value)(a * b), Starlark.Eval("a * b", names));
            Assert.Equal((Value)(a & b), Starlark.Eval("a & b", names));
            Assert.Equal((Value)(a | b), Starlark.Eval("a | b", names));
            Assert.Equal((Value)(a ^ b), Starlark.Eval("a ^ b", names));
            Assert.Equal((Value)(-a), Starlark.Eval("-a", names));
            Assert.Equal((Value)(-a - 1), Starlark.Eval("~a", names));
            Assert.Equal(a < b, Starlark.Eval("a < b", names).Truth);
            Assert.Equal(a == b, Starlark.Eval("a == b", names).Truth);
            Assert.Equal(a.ToString(CultureInfo.InvariantCulture), Starlark.Eval("str(a)", names).AsString());
            Assert.Equal((Value)a, Starlark.Eval("int(str(a))", names));
            if (b.IsZero)
                return;
            BigInteger quotient = BigInteger.DivRem(a, b, out BigInteger rest);
            bool adjust = !rest.IsZero && rest.Sign != b.Sign;
            Assert.Equal((Value)(adjust ? quotient - 1 : quotient), Starlark.Eval("a // b", names));
            Assert.Equal((Value)(adjust ? rest + b : rest), Starlark.Eval("a % b", names));
        },
        iter: 300);

    [Fact]
    public void Equal_numbers_have_equal_hashes() => Gen.Select(Gen.Long, Gen.Double).Sample((i, d) =>
    {
        Assert.Equal(((Value)(double)(i >> 12)).GetHashCode(), ((Value)(i >> 12)).GetHashCode());
        if (double.IsFinite(d))
            Assert.Equal(((Value)Math.Floor(d)).GetHashCode(), ((Value)new BigInteger(Math.Floor(d))).GetHashCode());
    });

    [Fact]
    public void Floats_print_as_they_are_read() => Gen.Double.Sample(d =>
    {
        string text = ((Value)d).ToString();
        if (double.IsFinite(d))
            Assert.Equal(d, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.True(text.AsSpan().IndexOfAny(".eni") >= 0, text);
    });

    [Fact]
    public void Dicts_agree_with_an_ordered_model() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 40]).Array[0, 120].Sample(operations =>
    {
        var dict = new StarlarkDict();
        var model = new List<KeyValuePair<int, int>>();
        int time = 0;
        foreach ((int operation, int key) in operations)
        {
            // The same key as an int, a float and a long string, to meet all kinds of hashes.
            Value actual = key % 3 == 0 ? (Value)key : key % 3 == 1 ? (Value)(double)key : (Value)("a key of some length " + key);
            int at = model.FindIndex(p => p.Key == key);
            Assert.Equal(at >= 0, dict.ContainsKey(actual));
            if (operation == 0)
            {
                Assert.Equal(at >= 0, dict.Remove(actual, out _));
                if (at >= 0)
                    model.RemoveAt(at);
            }
            else
            {
                dict[actual] = ++time;
                if (at >= 0)
                    model[at] = new(key, time);
                else
                    model.Add(new(key, time));
            }
            Assert.Equal(model.Count, dict.Count);
            Assert.Equal(model.Select(p => (Value)p.Value), dict.Select(e => e.Value));
        }
    });

    [Fact]
    public void Slices_agree_with_stepping_by_hand() =>
        Gen.Select(Gen.Int[0, 8], Pick.Optional(-12, 12), Pick.Optional(-12, 12), Pick.Optional(-5, 5)).Sample((length, from, to, step) =>
        {
            if (step == 0)
                return;
            List<int> expected = NaiveSlice(length, from, to, step ?? 1);
            (string, Value)[] names = [("from_", Box(from)), ("to", Box(to)), ("step", Box(step)), ("n", length)];
            var list = Starlark.Eval("[i for i in range(n)][from_:to:step]", names).As<StarlarkList>()!;
            Assert.Equal(expected.Select(i => (Value)i), list);
            Assert.Equal(list, Starlark.Eval("list(range(n)[from_:to:step])", names).As<StarlarkList>()!);
            Assert.Equal(list, Starlark.Eval("list(tuple(range(n))[from_:to:step])", names).As<StarlarkList>()!);
            Assert.Equal(string.Concat(expected.Select(i => (char)('a' + i))), Starlark.Eval("'abcdefghij'[:n][from_:to:step]", names).AsString());
        });

    [Fact]
    public void String_methods_agree_with_naive_ones() => Gen.Select(AnyString, AnyString, AnyString).Sample((s, part, other) =>
    {
        (string, Value)[] names = [("s", s), ("part", part), ("other", other)];
        Assert.Equal(NaiveFind(s, part), Index(Starlark.Eval("s.find(part)", names)));
        Assert.Equal(s.StartsWith(part, StringComparison.Ordinal), Starlark.Eval("s.startswith(part)", names).Truth);
        Assert.Equal(s.EndsWith(part, StringComparison.Ordinal), Starlark.Eval("s.endswith(part)", names).Truth);
        Assert.Equal(s, Starlark.Eval("s.elems() and ''.join(s.elems()) or s", names).AsString());
        Assert.Equal(s.Trim(), Starlark.Eval("s.strip()", names).AsString());
        Assert.Equal(s.Replace("\n", "", StringComparison.Ordinal), Starlark.Eval("''.join(s.splitlines())", names).AsString());
        Assert.Equal(s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => (Value)w), Starlark.Eval("s.split()", names).As<StarlarkList>()!);
        if (part.Length == 0)
            return;
        Assert.Equal(s, Starlark.Eval("part.join(s.split(part))", names).AsString());
        Assert.Equal(s, Starlark.Eval("part.join(s.rsplit(part, 1))", names).AsString());
        Assert.Equal(s.Split(part).Length - 1, Index(Starlark.Eval("s.count(part)", names)));
        Assert.Equal(s.Replace(part, other, StringComparison.Ordinal), Starlark.Eval("s.replace(part, other)", names).AsString());
        Assert.Equal(s, Starlark.Eval("''.join(s.partition(part))", names).AsString());
        Assert.Equal(s, Starlark.Eval("''.join(s.rpartition(part))", names).AsString());
    });

    [Fact]
    public void Reprs_of_strings_are_literals_of_them() => Gen.String.Sample(s =>
    {
        // Lone surrogates have no literal.
        string valid = new([.. s.Where(c => !char.IsSurrogate(c))]);
        Assert.Equal(valid, Starlark.Eval(((Value)valid).Repr()).AsString());
    });

    [Fact]
    public void Sorting_is_stable_and_ordered() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000]).Array[0, 200].Sample(pairs =>
    {
        var list = new StarlarkList(pairs.Select(p => (Value)StarlarkTuple.Create(p.Item1, p.Item2)));
        IEnumerable<Value> expected = pairs.OrderBy(p => p.Item1).Select(p => (Value)StarlarkTuple.Create(p.Item1, p.Item2));
        Assert.Equal(expected, Starlark.Eval("sorted(l, key = lambda p: p[0])", ("l", list)).As<StarlarkList>()!);
        Assert.Equal(pairs.Select(p => (Value)p.Item2).OrderBy(v => v.TryGetInt(out long n) ? n : 0), Starlark.Eval("sorted([p[1] for p in l])", ("l", list)).As<StarlarkList>()!);
    });

    private static Value Box(int? value) => value is { } v ? v : Value.None;

    private static long Index(Value value) => value.TryGetInt(out long index) ? index : throw new InvalidOperationException();

    private static long NaiveFind(string text, string part)
    {
        for (int i = 0; i + part.Length <= text.Length; i++)
        {
            if (text.Substring(i, part.Length) == part)
                return i;
        }
        return -1;
    }

    private static List<int> NaiveSlice(int length, int? from, int? to, int step)
    {
        int low = step > 0 ? 0 : -1, high = step > 0 ? length : length - 1;
        int Bound(int? value, int missing) => value is { } v ? Math.Clamp(v < 0 ? v + length : v, low, high) : missing;
        int start = Bound(from, step > 0 ? low : high), end = Bound(to, step > 0 ? high : low);
        var result = new List<int>();
        for (int i = start; step > 0 ? i < end : i > end; i += step)
            result.Add(i);
        return result;
    }
}
