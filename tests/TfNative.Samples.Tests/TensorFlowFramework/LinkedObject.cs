using System.IO.Compression;
using System.Text.Json;

namespace TfNative.Samples.Tests.TensorFlowFramework;

/// <summary>An object file of a linked library: the target that compiles it, and from which source.</summary>
internal sealed record LinkedObject(string Target, string Source)
{
    /// <summary>Such as "@zlib"; empty for the main one.</summary>
    public string Repository => Target[..Target.IndexOf("//", StringComparison.Ordinal)];

    /// <summary>What is linked into a library, archives opened, by a list of actions, one JSON object a line.</summary>
    /// <param name="path">A file of -t:BazelActions, or Bazel's answer in the same shape; gzipped or not.</param>
    /// <param name="library">Path of the linked file.</param>
    public static HashSet<LinkedObject> Read(string path, string library)
    {
        Dictionary<string, JsonElement> makers = [];
        foreach (JsonElement action in Actions(path).Where(a => a.GetProperty("m").GetString() is "CppCompile" or "CppArchive" or "CppLink"))
        {
            foreach (JsonElement output in action.GetProperty("out").EnumerateArray())
                makers[output.GetString()!] = action;
        }

        HashSet<LinkedObject> objects = [];
        Collect(makers, library, objects);
        return objects;
    }

    private static void Collect(Dictionary<string, JsonElement> makers, string file, HashSet<LinkedObject> objects)
    {
        // What nothing makes is an option, a file of the system, or what a genrule makes.
        if (!makers.TryGetValue(file, out JsonElement action))
            return;
        string target = action.GetProperty("t").GetString()!;
        if (action.GetProperty("m").GetString() == "CppCompile")
        {
            objects.Add(new LinkedObject(target.Replace("@@", "@", StringComparison.Ordinal), action.GetProperty("src").GetString()!));
            return;
        }

        foreach (JsonElement input in action.GetProperty("argv").EnumerateArray().Where(a => a.GetString() != file))
            Collect(makers, input.GetString()!, objects);
    }

    private static IEnumerable<JsonElement> Actions(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim().TrimEnd(',');
            if (line.StartsWith("{\"", StringComparison.Ordinal) && line.Contains("\"m\":", StringComparison.Ordinal))
                yield return JsonDocument.Parse(line).RootElement;
        }
    }
}
