using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Programs: only those that the project allows.</summary>
internal sealed partial class RepositoryContext
{
    private string? Which(string program) => inputs.Programs[program] = host.Find(program);

    private Value Execute(in CallContext c)
    {
        var arguments = new List<string>();
        foreach (Value argument in c.Iterable(0))
        {
            bool isPath = argument.As<RepositoryPath>() is not null || argument.As<LabelValue>() is not null;
            string text = isPath ? Resolve(argument) : argument.ToString();
            // A script that it runs, or a file that it works on.
            if (isPath && File.Exists(text) && !text.StartsWith(root + "/", StringComparison.Ordinal))
                inputs.AddFile(text);
            arguments.Add(text);
        }

        if (arguments.Count == 0)
            throw c.Error("execute() wants a program");
        string program = arguments[0];
        if (!host.Allows(program))
        {
            throw new BazelException(
                BazelErrorCode.ProgramNotAllowed,
                $"repository rule of @{name} wants to run '{string.Join(' ', arguments)}'; to allow it, add an item: <BazelRepositoryProgram Include=\"{Path.GetFileName(program)}\" />");
        }

        arguments[0] = Which(program) ?? program;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string variable in host.Environment.Keys)
            variables[variable] = environment.Read(variable)!;
        foreach ((Value variable, Value value) in c.Dict(2))
            variables[variable.ToString()] = value.ToString();
        string workingFolder = c.String(4) is { Length: > 0 } given ? Path.GetFullPath(given, root) : root;
        Directory.CreateDirectory(workingFolder);
        (int code, string output, string error) = RepositoryProgram.Run(arguments, workingFolder, variables, TimeSpan.FromSeconds(c.Int(1)), cancellation);
        return new StructValue([new("return_code", code), new("stdout", output), new("stderr", error)]);
    }
}
