using System.Security.Cryptography;
using System.Text;

namespace TfNative.Tasks.Parameters;

/// <summary>What "native" means on this machine.</summary>
internal static class ThisProcessor
{
    private static readonly string[] Telling = ["vendor_id", "cpu family", "model", "flags"];

    /// <returns>A text that is another one for a processor with other instructions.</returns>
    public static string Describe() => Describe(File.ReadLines("/proc/cpuinfo"));

    /// <param name="lines">Of /proc/cpuinfo: name, colon, value; an empty line after each processor.</param>
    internal static string Describe(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', lines.TakeWhile(line => line.Length > 0).Where(line => Telling.Contains(line.Split(':')[0].Trim()))))))[..16];
}
