using System.Text;

namespace TfNative.Execution;

/// <summary>Reads what a launcher wrote about one action to the file that <see cref="CompilerLauncherEnvironment"/> named.
/// One object per job, as one file per job.</summary>
internal sealed class CompilerLauncherLog(ActionContext context, int slot)
{
    private static readonly string[] WordsOfIceccForLocal = ["got exception", "local build forced", "building_local", "locally"];

    /// <summary>Absolute path.</summary>
    public string File { get; } = Path.Combine(context.Request.LogFolder, $"launcher-{slot}.txt");

    /// <summary>What became of the action that has just run, whose lines are removed.</summary>
    public LaunchResult Take(SpawnAction action)
    {
        if (context.Request.Launcher is not { } launcher || !launcher.Launches(action) || !context.Disk.Stat(File).Exists)
            return LaunchResult.Unknown;
        LaunchResult result = Parse(launcher.Kind, Encoding.UTF8.GetString(context.Disk.Read(File)));
        context.Disk.Delete(File);
        return result;
    }

    /// <summary>The last word counts: what failed on another machine is compiled here.</summary>
    internal static LaunchResult Parse(CompilerLauncherKind kind, string text)
    {
        LaunchResult result = kind == CompilerLauncherKind.Icecc ? LaunchResult.Local : LaunchResult.Unknown;
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            LaunchResult said = kind switch
            {
                CompilerLauncherKind.Ccache => OfCcache(line),
                CompilerLauncherKind.Distcc => OfDistcc(line),
                CompilerLauncherKind.Icecc => OfIcecc(line),
                _ => LaunchResult.Unknown,
            };
            if (said != LaunchResult.Unknown)
                result = said;
        }

        return result;
    }

    private static LaunchResult OfCcache(string line) => line switch
    {
        "direct_cache_hit" or "preprocessed_cache_hit" => LaunchResult.CacheHit,
        "cache_miss" => LaunchResult.CacheMiss,
        _ => LaunchResult.Unknown,
    };

    /// <summary>"distcc[7] compile a.cc on 10.0.0.2/4 completed ok".</summary>
    private static LaunchResult OfDistcc(string line)
    {
        if (!line.Contains("] compile ", StringComparison.Ordinal) || !line.EndsWith(" completed ok", StringComparison.Ordinal))
            return LaunchResult.Unknown;
        return line.EndsWith(" on localhost completed ok", StringComparison.Ordinal) ? LaunchResult.Local : LaunchResult.Remote;
    }

    /// <summary>"&lt;/wait for cs: 284ms&gt;" is written when the wait for another machine is over, also when that machine died; that it
    /// did is said after it. Nothing is written when none was asked.</summary>
    /// <remarks>icecream: client/main.cpp, client/remote.cpp.</remarks>
    private static LaunchResult OfIcecc(string line) =>
        line.Contains("</wait for cs", StringComparison.Ordinal) ? LaunchResult.Remote
        : Array.Exists(WordsOfIceccForLocal, words => line.Contains(words, StringComparison.Ordinal)) ? LaunchResult.Local
        : LaunchResult.Unknown;
}
