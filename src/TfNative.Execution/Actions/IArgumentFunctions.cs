namespace TfNative.Execution;

/// <summary>What <see cref="ArgumentList.Function"/> names: makes arguments of files that are known only when an action
/// runs. May be called from several threads.</summary>
public interface IArgumentFunctions
{
    /// <param name="function">What the list of arguments names.</param>
    /// <param name="folder">Exec path of the folder among the values.</param>
    /// <param name="file">Exec path of a file in it; null for the folder itself.</param>
    /// <param name="filesOf">Exec paths of the files of a folder, sorted.</param>
    /// <returns>The values for the file.</returns>
    /// <exception cref="ExecutionException">The function fails.</exception>
    IEnumerable<string> Map(string function, string folder, string? file, Func<string, IReadOnlyList<string>> filesOf);
}
