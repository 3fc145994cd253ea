using System.Text;

namespace TfNative.Packaging;

/// <summary>Writes the MSBuild file of a package that makes the further names of its libraries links to them, in the output and
/// publish folders of projects that use it. NuGet imports it: buildTransitive/ID.targets
/// (https://learn.microsoft.com/nuget/concepts/msbuild-props-and-targets).</summary>
internal static class LinkTargets
{
    /// <param name="packageId">The package that projects reference.</param>
    /// <param name="links">Runtime identifier, folder beside the libraries ("" or "glibc-hwcaps/x86-64-v3/"), the link's name and where it leads.</param>
    /// <param name="imported">A file beside it to import; null for none.</param>
    public static byte[] Write(string packageId, IEnumerable<(string Runtime, string Folder, string Link, string Target)> links, string? imported)
    {
        string name = PackageLayout.MSBuildName(packageId);
        var text = new StringBuilder($"""
            <!-- The further names of the package's libraries: links, which a package cannot hold. -->
            <Project>
            {(imported is null ? "" : $"\n  <Import Project=\"{imported}\" />\n")}
              <ItemGroup>

            """);
        foreach ((string runtime, string folder, string link, string target) in links)
        {
            text.Append($"    <_NativeLink_{name} Include=\"{folder}{link}\" LeadsTo=\"{target}\" Folder=\"{folder}\" />\n")
                .Append($"    <_NativeLink_{name} Include=\"runtimes/{runtime}/native/{folder}{link}\" LeadsTo=\"{target}\" Folder=\"runtimes/{runtime}/native/{folder}\" />\n");
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
