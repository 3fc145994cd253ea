using System.Globalization;
using System.Text;

namespace TfNative.Execution;

/// <summary>
/// Writes a graph as build.ninja, so that it can be built without this program:
/// <c>ninja -C EXECUTION_ROOT -f FOLDER/build.ninja</c>. Contents of files that actions write, response files and
/// templates' substitutions stand in files beside it. What ninja cannot do stays out: content hashes, removal of
/// outputs that no action makes any more, memory limits.
/// </summary>
public sealed class NinjaFileWriter
{
    private readonly string _folder;
    private readonly NinjaOptions _options;
    private readonly TextWriter _file;
    private readonly NinjaSets _sets;
    private readonly HashSet<string> _pools = [];
    private readonly HashSet<string> _besides = [];

    private NinjaFileWriter(string folder, NinjaOptions options, TextWriter file)
    {
        (_folder, _options, _file) = (folder, options, file);
        _sets = new NinjaSets(file);
    }

    /// <param name="folder">Absolute path of the folder for build.ninja and what it needs; made if need be.</param>
    /// <param name="graph">What to write; all actions, with the wanted artifacts as default.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ExecutionException">TFN3060: an action names the files of a folder that another makes.</exception>
    public static void Write(string folder, ActionGraph graph, NinjaOptions? options = null)
    {
        string files = Path.Combine(folder, "files");
        Directory.CreateDirectory(files);
        using var file = new StreamWriter(Path.Combine(folder, "build.ninja")) { NewLine = "\n" };
        var writer = new NinjaFileWriter(folder, options ?? new NinjaOptions(), file);
        writer.Write(graph);
        foreach (string old in Directory.EnumerateFiles(files).Where(path => !writer._besides.Contains(path)))
            File.Delete(old);
    }

    private void Write(ActionGraph graph)
    {
        _file.WriteLine("ninja_required_version = 1.5");
        _file.WriteLine($"builddir = {NinjaText.Value(_folder)}");
        // With "deps" ninja takes the depfile away once it has read it, and is faster; where somebody needs the file it stays.
        foreach ((string rule, string depfile) in ((string, string)[])[("run", ""), ("discover", "\n  depfile = $dep\n  deps = gcc"), ("discover_keep", "\n  depfile = $dep")])
            _file.WriteLine($"rule {rule}\n  command = $cmd\n  description = $text{depfile}");
        var used = new HashSet<Artifact>(graph.Wanted);
        foreach (BuildAction action in graph.Actions)
            used.UnionWith([.. action.Inputs, .. action.InputSets.SelectMany(set => set.Direct)]);
        foreach (BuildAction action in graph.Actions)
            Write(action, used);
        _file.WriteLine($"build wanted: phony {Paths(graph.Wanted)}");
        _file.WriteLine("default wanted");
    }

    /// <param name="action">What is written.</param>
    /// <param name="used">What other actions read, or is wanted.</param>
    private void Write(BuildAction action, HashSet<Artifact> used)
    {
        var spawn = action as SpawnAction;
        bool discovers = spawn is { DiscoversInputs: true };
        string inputs = Paths(action.Inputs.Concat(spawn?.Tools ?? []));
        IEnumerable<string> names = action.InputSets.Select(set => _sets.Name(set, onlyGenerated: discovers));
        string sets = string.Concat(names.Where(name => name.Length > 0).Select(name => " " + name));
        if (spawn?.Pool is { } pool && _pools.Add(pool.Name))
            _file.WriteLine($"pool {pool.Name}\n  depth = {pool.Depth}");
        string order = sets.Length == 0 ? "" : discovers ? $" ||{sets}" : $" |{sets}";
        Artifact? kept = action.Outputs.FirstOrDefault(output => output.ExecPath == spawn?.Depfile);
        bool keeps = kept is not null && (used.Contains(kept) || action.Outputs.Length == 1);
        string rule = spawn?.Depfile is null ? "run" : keeps ? "discover_keep" : "discover";
        string outputs = Paths(action.Outputs.Where(output => output != kept || keeps));
        _file.WriteLine($"build {outputs}: {rule} {inputs}{order}");
        _file.WriteLine($"  cmd = {NinjaText.Value(OneLine(Command(action)))}");
        string text = action.Description.Length > 0 ? action.Description : action.ToString();
        _file.WriteLine($"  text = {NinjaText.Value(text.ReplaceLineEndings(" "))}");
        if (spawn?.Depfile is { } depfile)
            _file.WriteLine($"  dep = {NinjaText.Value(depfile)}");
        if (spawn?.Pool is { } inPool)
            _file.WriteLine($"  pool = {inPool.Name}");
    }

    /// <summary>ninja cannot write a line break, but a shell can read it.</summary>
    private string OneLine(string command) =>
        command.Contains('\n') ? "/bin/sh -e " + Beside(Encoding.UTF8.GetBytes(command + "\n")) : command;

    private string Command(BuildAction action)
    {
        string output = ShellQuote.Word(action.PrimaryOutput.ExecPath);
        string executable = action is WriteFileAction { IsExecutable: true } or WriteArgumentsAction { IsExecutable: true } or ExpandTemplateAction { IsExecutable: true }
            ? $" && chmod +x {output}" : "";
        string input = action.Inputs.IsEmpty ? "" : ShellQuote.Word(action.Inputs[0].ExecPath);
        return action switch
        {
            SpawnAction spawn => Spawn(spawn),
            WriteFileAction write => $"rm -f {output} && cp {Beside(write.Content().Span)} {output}{executable}",
            WriteArgumentsAction write => $"rm -f {output} && cp {Beside(Encoding.UTF8.GetBytes(write.Text(Folders(write))))} {output}{executable}",
            ExpandTemplateAction expand => $"rm -f {output} && sed -f {Beside(SedScript.Of(expand))} {input} > {output}{executable}",
            SymlinkAction { TargetPath: { } target } => $"ln -sfn {ShellQuote.Word(target)} {output}",
            SymlinkAction => $"ln -sfn \"$PWD\"/{input} {output}",
            SymlinkTreeAction tree => $"rm -rf {output} && sh {Beside(TreeScript(tree))}",
            CopyAction => $"rm -rf {output} && cp -RL {input} {output}",
            _ => throw new InvalidOperationException(action.GetType().Name),
        };
    }

    private static byte[] TreeScript(SymlinkTreeAction tree)
    {
        var script = new StringBuilder("set -e\n");
        string root = tree.PrimaryOutput.ExecPath;
        script.Append("mkdir -p ").Append(ShellQuote.Words(tree.Entries.Select(e => $"{root}/{e.Key}").Select(p => p[..p.LastIndexOf('/')]).Append(root).Distinct())).Append('\n');
        foreach ((string path, string? target) in tree.Entries)
        {
            string place = ShellQuote.Word($"{root}/{path}");
            script.Append(target is null ? $": > {place}\n" : $"ln -sfn \"$PWD\"/{ShellQuote.Word(target)} {place}\n");
        }

        // The folder that ninja runs in is known when it does.
        const string Root = "\u0001";
        foreach (string line in tree.Manifest is null ? [] : tree.ManifestText(path => path.StartsWith('/') ? path : $"{Root}/{path}").Split('\n')[..^1])
        {
            string text = string.Join("\"$PWD\"", line.Split(Root).Select(part => part.Length == 0 ? "" : ShellQuote.Word(part)));
            script.Append($"printf '%s\\n' {text} >> {ShellQuote.Word($"{root}/{tree.Manifest}")}\n");
        }

        return Encoding.UTF8.GetBytes(script.ToString());
    }

    private string Spawn(SpawnAction spawn)
    {
        string prefix = "";
        if (_options.RemoveOutputs && !spawn.DiscoversInputs)
            prefix += $"rm -rf {ShellQuote.Words(spawn.Outputs.Select(output => output.ExecPath))} && ";
        // Programs find the folder that they are to fill.
        string[] folders = [.. spawn.Outputs.Where(output => output.Kind == ArtifactKind.Directory).Select(output => output.ExecPath)];
        if (folders.Length > 0)
            prefix += $"mkdir -p {ShellQuote.Words(folders)} && ";
        foreach (ParamFile file in spawn.ParamFiles)
            prefix += $"cp {Beside(ParamFileWriter.Content(spawn, file, Folders(spawn)))} {ShellQuote.Word(file.ExecPath)} && ";
        string variables = ShellQuote.Words(spawn.Environment.Variables.Select(v => $"{v.Key}={v.Value}"));
        string environment = _options.CleanEnvironment ? $"env -i {variables} " : variables.Length > 0 ? $"env {variables} " : "";
        return $"{prefix}{environment}{ShellQuote.Words(ParamFileWriter.Arguments(spawn, Folders(spawn)))}";
    }

    private static ArgumentExpansion Folders(BuildAction action) => new(folder => throw ExecutionErrors.NoNinja(action, folder), null);

    /// <summary>The path, quoted, of a file with this content. Its name is its content's hash, so that with another
    /// content the command is another one.</summary>
    private string Beside(ReadOnlySpan<byte> content)
    {
        Hash128 hash = ContentHash.Of(content);
        string path = Path.Combine(_folder, "files", string.Create(CultureInfo.InvariantCulture, $"{hash.High:x16}{hash.Low:x16}"));
        if (_besides.Add(path))
            File.WriteAllBytes(path, content);
        return ShellQuote.Word(path);
    }

    private static string Paths(IEnumerable<Artifact> artifacts) =>
        string.Join(' ', artifacts.Select(artifact => NinjaText.Path(artifact.ExecPath)).Distinct());
}
