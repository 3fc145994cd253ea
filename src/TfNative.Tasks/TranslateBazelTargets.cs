using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TfNative.Tasks;

[MSBuildMultiThreadableTask]
public sealed class TranslateBazelTargets : CancelableTask
{
    [Required] public string ProjectDirectory { get; set; } = "";
    [Required] public string Workspace { get; set; } = "";
    [Required] public ITaskItem[] Targets { get; set; } = [];
    public ITaskItem[] Repositories { get; set; } = [];
    public ITaskItem[] RepositoryEnvironment { get; set; } = [];
    public ITaskItem[] ActionEnvironment { get; set; } = [];
    public ITaskItem[] Defines { get; set; } = [];
    public ITaskItem[] Flags { get; set; } = [];
    public ITaskItem[] Copts { get; set; } = [];
    public ITaskItem[] ConlyOpts { get; set; } = [];
    public ITaskItem[] CxxOpts { get; set; } = [];
    public ITaskItem[] LinkOpts { get; set; } = [];
    public ITaskItem[] HostCopts { get; set; } = [];
    public ITaskItem[] HostCxxOpts { get; set; } = [];
    public ITaskItem[] PerFileCopts { get; set; } = [];
    public string CompilationMode { get; set; } = "";
    public string Cpu { get; set; } = "";
    public string Toolchain { get; set; } = "";
    public string CCompiler { get; set; } = "";
    public string SearchPath { get; set; } = "";
    [Required] public string OutputBase { get; set; } = "";
    [Required] public string ActionGraphFile { get; set; } = "";
    [Required] public string OutputsFile { get; set; } = "";
    [Output] public ITaskItem[] CompileActions { get; set; } = [];
    [Output] public ITaskItem[] LinkActions { get; set; } = [];
    [Output] public ITaskItem[] GenerateActions { get; set; } = [];
    [Output] public ITaskItem[] NativeOutputs { get; set; } = [];
    protected override bool Work(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(OutputBase);
        string lib = OutputBase + "/execroot/libfake.so";
        Directory.CreateDirectory(Path.GetDirectoryName(lib)!);
        if (!File.Exists(lib)) File.WriteAllText(lib, "x");
        File.WriteAllText(ActionGraphFile, "");
        File.WriteAllText(OutputsFile, lib);
        NativeOutputs = [new TaskItem(lib)];
        PostMessage(MessageImportance.High, "TRANSLATE");
        return true;
    }
}
