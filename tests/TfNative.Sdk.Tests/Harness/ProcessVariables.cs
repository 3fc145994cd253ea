using System.Collections;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>Changes variables of this process for a library that starts processes of its own and cannot be told theirs. Nothing
/// else that these tests start takes anything from here that is changed: see <see cref="DotNet"/>.</summary>
internal sealed class ProcessVariables : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public ProcessVariables(IReadOnlyDictionary<string, string> variables)
    {
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Where(DotNet.IsFromMSBuild).ToList())
            Set(name, null);
        foreach ((string name, string value) in variables)
            Set(name, value);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
            Change(name, value);
    }

    private void Set(string name, string? value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Change(name, value);
    }

#pragma warning disable RS0030 // No task runs in this process.
    private static void Change(string name, string? value) => Environment.SetEnvironmentVariable(name, value);
#pragma warning restore RS0030
}
