using System.Collections.Concurrent;

namespace TfNative.Starlark.Tests.Hosting;

public class ModuleLoaderTests
{
    [Fact]
    public void A_module_sees_what_it_loads()
    {
        Module module = Load(new()
        {
            ["a"] = "load('b', 'x', y = 'f')\nz = (x, y(x))\n",
            ["b"] = "load('c', 'one')\nx = one\ndef f(n):\n    return n + one\n",
            ["c"] = "one = 1\n",
        });
        Assert.True(module.TryGetExport("z", out Value z));
        Assert.Equal("(1, 2)", z.Repr());
    }

    [Fact]
    public void Each_module_is_executed_once()
    {
        var source = new Source(new()
        {
            ["a"] = "load('b', 'x')\nload('c', 'y')\n",
            ["b"] = "load('d', 'z')\nx = z\n",
            ["c"] = "load('d', 'z')\ny = z\n",
            ["d"] = "z = 1\n",
        });
        new ModuleLoader<string>(source).Load("a");
        Assert.Equal(["a", "b", "c", "d"], source.Opened.Order());
    }

    [Fact]
    public void What_a_host_sets_for_one_module_does_not_reach_those_it_loads()
    {
        var source = new Source(new() { ["a"] = "set('secret')\nload('b', 'seen')\nx = (get(), seen)\n", ["b"] = "seen = get()\n" });
        Assert.True(new ModuleLoader<string>(source).Load("a").TryGetExport("x", out Value x));
        Assert.Equal("(\"secret\", None)", x.Repr());
    }

    [Theory]
    [InlineData("load('a', 'x')\n", "", "load cycle: a -> a")]
    [InlineData("load('b', 'x')\n", "load('a', 'y')\nx = 1\n", "load cycle: (a -> b -> a|b -> a -> b)")]
    public void A_cycle_is_shown_as_a_path(string a, string b, string message)
    {
        StarlarkException e = Assert.Throws<StarlarkException>(() => Load(new() { ["a"] = a, ["b"] = b }));
        Assert.Matches(message, e.Message);
        Assert.Equal(StarlarkErrors.Load, e.Code);
    }

    [Fact]
    public void An_error_in_a_module_names_its_place_and_who_loaded_it()
    {
        StarlarkException e = Assert.Throws<StarlarkException>(() => Load(new()
        {
            ["a"] = "\nload('b', 'x')\n",
            ["b"] = "x = 1 // 0\n",
        }));
        Assert.Equal("b:1:7: TFN1301: integer division by zero", e.Diagnostics[0].ToString());
        Assert.Equal("a:2:6: TFN1501: cannot load 'b': it has errors", e.Diagnostics[1].ToString());
    }

    [Theory]
    [InlineData("load('b', '_hidden')\n", "symbol '_hidden' is private and cannot be imported")]
    [InlineData("load('b', 'visble')\n", "file 'b' does not contain symbol 'visble' (did you mean 'visible'?)")]
    [InlineData("load('b', 'loaded')\n", "file 'b' does not contain symbol 'loaded'")]
    [InlineData("load('none', 'x')\n", "no module none")]
    public void Only_what_a_module_exports_can_be_loaded(string text, string message)
    {
        StarlarkException e = Assert.Throws<StarlarkException>(() => Load(new()
        {
            ["a"] = text,
            ["b"] = "load('c', 'loaded')\n_hidden = 1\nvisible = 2\n",
            ["c"] = "loaded = 3\n",
        }));
        Assert.Equal(message, e.Message);
        Assert.Equal(("a", 1), (e.Diagnostic.Location.File, e.Diagnostic.Location.Line));
    }

    [Fact]
    public void Values_are_exported_before_they_are_frozen()
    {
        var source = new Source(new() { ["a"] = "x = []\n_y = {}\n" });
        Module module = new ModuleLoader<string>(source).Load("a");
        Assert.Equal(["x", "_y"], source.Exported);
        Assert.True(module.TryGetExport("x", out Value x));
        Assert.Equal("[\"named x\"]", x.Repr());
        Assert.Throws<StarlarkException>(() => x.As<StarlarkList>()!.Add(1));
    }

    [Fact]
    public void A_loaded_function_cannot_change_its_defaults_or_globals()
    {
        const string library = "def f(x, l = []):\n    l.append(x)\n    return l\nmade = f(1)\nshared = []\ndef g():\n    shared.append(1)\n";
        Dictionary<string, string> Files(string text) => new() { ["a"] = text, ["b"] = library };
        Assert.True(Load(Files("load('b', 'f')\nz = tuple(f(4, [1]))\n")).TryGetExport("z", out Value z));
        Assert.Equal("(1, 4)", z.Repr());
        Assert.Contains("frozen list", Assert.Throws<StarlarkException>(() => Load(Files("load('b', 'f')\nf(2)\n"))).Message, StringComparison.Ordinal);
        Assert.Contains("frozen list", Assert.Throws<StarlarkException>(() => Load(Files("load('b', 'g')\ng()\n"))).Message, StringComparison.Ordinal);
    }

    private static Module Load(Dictionary<string, string> files) => new ModuleLoader<string>(new Source(files)).Load("a");

    private sealed class Source(Dictionary<string, string> files) : ModuleSource<string>
    {
        public ConcurrentQueue<string> Opened { get; } = [];

        public List<string> Exported { get; } = [];

        public override string Resolve(string module, string from) => module;

        public override StarlarkEnvironment GetEnvironment(string key) => Starlark.Environment(
            ("set", new Builtin("set", "x", static (in CallContext c) =>
            {
                c.Thread.SetLocal(c.String(0));
                return Value.None;
            })),
            ("get", new Builtin("get", "", static (in CallContext c) => c.Thread.GetLocal<string>())));

        public override SourceText Open(string key)
        {
            Opened.Enqueue(key);
            return files.TryGetValue(key, out string? text)
                ? new SourceText(key, text)
                : throw StarlarkException.Create($"no module {key}");
        }

        public override void OnExport(string key, string name, Value value)
        {
            Exported.Add(name);
            value.As<StarlarkList>()?.Add("named " + name);
        }
    }
}
