using System.Text;

namespace TfNative.Starlark;

/// <summary>Functions about values and to the outside: type, dir, getattr, hasattr, print, fail.</summary>
internal static class ReflectionFunctions
{
    public static void Define(DefineBuiltin define)
    {
        define("type", "x, /", static (in CallContext c) => c[0].TypeName);
        define("dir", "x, /", static (in CallContext c) =>
        {
            var names = new List<string>(Attributes.Names(c[0]));
            names.Sort(string.CompareOrdinal);
            return StarlarkList.OfStrings(names);
        });
        define("hasattr", "x, name, /", static (in CallContext c) => Attributes.TryGet(c[0], c.String(1), out _));
        define("getattr", "x, name, default=unbound, /", static (in CallContext c) =>
        {
            if (Attributes.TryGet(c[0], c.String(1), out Value value))
                return value;
            return c.IsGiven(2) ? c[2] : throw Attributes.Missing(c[0], c.String(1));
        });
        define("print", "*args, sep=' '", static (in CallContext c) =>
        {
            c.Thread.Print?.Invoke(c.Thread.CallerLocation, Join(c.Args, c.String(0)));
            return Value.None;
        });
        define("fail", "*args, msg=None, attr=None, sep=' '", Fail);
    }

    private static Value Fail(in CallContext c)
    {
        string text = Join(c.Args, c.String(2));
        if (!c.IsNone(0))
            text = text.Length == 0 ? c[0].ToString() : c[0] + c.String(2) + text;
        if (!c.IsNone(1))
            text = $"attribute {c[1]}: {text}";
        throw c.Error(text, StarlarkErrors.Fail);
    }

    private static string Join(StarlarkTuple values, string separator)
    {
        var text = new StringBuilder();
        for (int i = 0; i < values.Count; i++)
        {
            if (i > 0)
                text.Append(separator);
            text.Append(values[i].ToString());
            Limits.CheckStringLength(text.Length);
        }
        return text.ToString();
    }
}
