using System.Text;

namespace TfNative.Packaging;

/// <summary>Writes the MSBuild file of a package that makes the further names of its libraries links to them, in the output and
/// publish folders of projects that use it. NuGet imports it: buildTransitive/ID.targets
/// (https://learn.microsoft.com/nuget/concepts/msbuild-props-and-targets).</summary>
internal static class LinkTargets
{
    public static byte[] Write(string packageId, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> linksByRuntime)
    {
        string name = string.Concat(packageId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var text = new StringBuilder($"""
            <!-- The further names of the package's libraries: links, which a package cannot hold. -->
            <Project>

              <ItemGroup>

            """);
        foreach ((string runtime, IReadOnlyDictionary<string, string> links) in linksByRuntime.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach ((string link, string target) in links)
                text.Append($"    <_NativeLink_{name} Include=\"{link}\" LeadsTo=\"{target}\" Folder=\"\" />\n")
                    .Append($"    <_NativeLink_{name} Include=\"runtimes/{runtime}/native/{link}\" LeadsTo=\"{target}\" Folder=\"runtimes/{runtime}/native/\" />\n");
        }

        text.Append($"""
              </ItemGroup>

              <Target Name="_LinkOutputs_{name}" AfterTargets="CopyFilesToOutputDirectory" Condition="'$(OS)' != 'Windows_NT'">
                <Exec Command="ln -sfn '%(_NativeLink_{name}.LeadsTo)' '$(OutDir)%(Identity)'" StandardOutputImportance="low"
                      Condition="Exists('$(OutDir)%(Folder)%(LeadsTo)') and !Exists('$(OutDir)%(Identity)')" />
              </Target>

              <Target Name="_LinkPublished_{name}" AfterTargets="CopyFilesToPublishDirectory" Condition="'$(OS)' != 'Windows_NT'">
                <Exec Command="ln -sfn '%(_NativeLink_{name}.LeadsTo)' '$(PublishDir)%(Identity)'" StandardOutputImportance="low"
                      Condition="Exists('$(PublishDir)%(Folder)%(LeadsTo)') and !Exists('$(PublishDir)%(Identity)')" />
              </Target>

              <!-- Before the files that they lead to: Delete takes a link without a file for one that does not exist. -->
              <Target Name="_CleanLinks_{name}" BeforeTargets="CoreClean">
                <Delete Files="@(_NativeLink_{name}->'$(OutDir)%(Identity)')" />
              </Target>

            </Project>

            """);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
