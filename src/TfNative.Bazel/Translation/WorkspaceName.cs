using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Finds the name that a workspace gives itself. Its WORKSPACE file is read for that alone, not evaluated.</summary>
internal static class WorkspaceName
{
    /// <returns>The name, or Bazel's "__main__" when there is none.</returns>
    public static string Read(string workspace, IFileSystem files)
    {
        foreach (string name in new[] { "WORKSPACE.bazel", "WORKSPACE", "MODULE.bazel" })
        {
            string path = $"{workspace}/{name}";
            if (files.FileExists(path) && Find(StarlarkFile.Parse(path, files.ReadAllBytes(path), Dialect.Build)) is { Length: > 0 } found)
                return found;
        }

        return "__main__";
    }

    private static string? Find(StarlarkFile file)
    {
        foreach (Statement statement in file.Statements)
        {
            if (statement is not ExpressionStatement { Expression: CallExpression { Function: Identifier { Name: "workspace" or "module" } } call })
                continue;
            foreach (Argument argument in call.Arguments)
            {
                if (argument.Name == "name" && argument.Value is Literal literal)
                    return literal.Value.AsString();
            }
        }

        return null;
    }
}
