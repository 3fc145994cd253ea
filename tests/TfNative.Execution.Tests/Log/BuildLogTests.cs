using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Log;

public class BuildLogTests
{
    private readonly Workspace _ws = new();

    private ExecutionResult Build()
    {
        Artifact a = _ws.Compile("src/a.cc", "out/a.o");
        Artifact b = _ws.Compile("src/b.cc", "out/b.o");
        _ws.Run("/bin/cat", "out/lib", a.ExecPath, b.ExecPath);
        return _ws.Build();
    }

    private void Sources()
    {
        _ws.Source("src/a.h", "h\n");
        _ws.Source("src/a.cc", "#include src/a.h\na\n");
        _ws.Source("src/b.cc", "b\n");
    }

    [Fact]
    public void Cut_at_any_byte_it_loses_only_the_last_actions()
    {
        Sources();
        Build();
        byte[] whole = _ws.Log.Bytes;
        string[] outputs = [.. _ws.Disk.Files.Where(path => path.StartsWith("out/", StringComparison.Ordinal)).Select(_ws.Disk.Text)];
        int ranBefore = 3;
        for (int length = 0; length <= whole.Length; length++)
        {
            _ws.Log.Bytes = whole[..length];
            ExecutionResult result = Build();
            Assert.True(result.Succeeded);
            Assert.True(result.Summary.Ran <= ranBefore, $"cut at {length}: {result.Summary.Ran} actions ran, {ranBefore} before");
            ranBefore = result.Summary.Ran;
            Assert.Equal(outputs, _ws.Disk.Files.Where(path => path.StartsWith("out/", StringComparison.Ordinal)).Select(_ws.Disk.Text));
            Assert.Equal(0, Build().Summary.Ran);
        }

        Assert.Equal(0, ranBefore);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_noticed()
    {
        Sources();
        Build();
        byte[] whole = _ws.Log.Bytes;
        for (int at = LogFormat.HeaderLength; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            LogReader reader = LogReader.Read(damaged);
            Assert.True(reader.GoodLength <= at, $"damage at {at} was read over");
        }
    }

    [Fact]
    public void Another_version_starts_over_and_says_so()
    {
        Sources();
        Build();
        _ws.Log.Bytes[6]++;
        Assert.Equal(3, Build().Summary.Ran);
        Assert.Contains("another version", Assert.Single(_ws.Status.Messages).Text);
        Assert.Equal(0, Build().Summary.Ran);
    }

    [Fact]
    public void A_log_that_is_mostly_old_is_made_small_without_being_forgotten()
    {
        Sources();
        Build();
        int largest = 0;
        for (int i = 0; _ws.Log.Replaced == 0 && i < 20_000; i++)
        {
            // Long command lines fill the log soon.
            _ws.Add(new SpawnAction
            {
                Mnemonic = "Genrule",
                CommandLine = CommandLine.Of(["/bin/cat", "-o", "out/x", .. Enumerable.Repeat("-flag", 20_000), $"-{i}"]),
                Outputs = [_ws.Graph.Output("out/x")],
            });
            Build();
            largest = Math.Max(largest, _ws.Log.Bytes.Length);
        }

        Assert.Equal(1, _ws.Log.Replaced);
        Assert.True(_ws.Log.Bytes.Length < largest / 2);
        _ws.Source("src/a.h", "h2\n");
        Build();
        Assert.Equal("discovered input src/a.h changed", _ws.Status.Reasons["out/a.o"]);
        Assert.Equal(["out/a.o", "out/lib"], _ws.Status.Reasons.Keys);
    }

    [Fact]
    public void A_full_disk_stops_the_build_and_the_next_one_goes_on()
    {
        Sources();
        _ws.Log.Capacity = 700;
        var error = Assert.Throws<ExecutionException>(Build);
        Assert.Equal("TFN3020", error.Code);
        Assert.Contains("No space left", error.Message);
        _ws.Log.Capacity = int.MaxValue;
        ExecutionResult next = Build();
        Assert.True(next.Succeeded);
        Assert.True(next.Summary.Ran > 0);
        Assert.Equal(0, Build().Summary.Ran);
    }

    [Fact]
    public void Actions_that_are_gone_take_their_outputs_with_them()
    {
        Sources();
        Build();
        _ws.Compile("src/a.cc", "out/a.o");
        _ws.Build();
        Assert.Equal(["out/a.o"], _ws.Disk.Files.Where(path => path.StartsWith("out/", StringComparison.Ordinal)));
        Assert.Empty(_ws.Commands.Ran);
    }
}
