using System.Text;

namespace TfNative.Packaging;

/// <summary>
/// Writes the MSBuild file of a package whose libraries are there for several instruction sets: it copies the further ones, into
/// glibc-hwcaps beside the libraries, and compiles the source file that chooses among them into C# projects.
/// </summary>
/// <remarks>NuGet must not see them in runtimes/RID/native: with a RuntimeIdentifier it would copy all of one name to one place
/// (NETSDK1152), and without one .NET would look into each of their folders, in no order that minds the processor.</remarks>
internal static class VariantTargets
{
    /// <summary>The file beside the targets that C# projects compile.</summary>
    public const string ResolverName = "NativeIsaResolver.cs";

    /// <param name="packageId">The package that projects reference.</param>
    /// <param name="files">Runtime identifier, folder ("glibc-hwcaps/x86-64-v3/"), and path of each file from the folder of these targets.</param>
    public static byte[] Write(string packageId, IEnumerable<(string Runtime, string Folder, string Path)> files)
    {
        string name = PackageLayout.MSBuildName(packageId);
        var text = new StringBuilder($"""
            <!-- The package's libraries for further instruction sets. -->
            <Project>

              <PropertyGroup Condition="'$(NativeIsaResolver)' != 'false' and '$(MSBuildProjectExtension)' == '.csproj' and '$(TargetFrameworkIdentifier)' == '.NETCoreApp' and $([MSBuild]::VersionGreaterThanOrEquals('$(TargetFrameworkVersion.TrimStart(vV))', '8.0'))">
                <_NativeIsaResolverSource Condition="'$(_NativeIsaResolverSource)' == ''">$(MSBuildThisFileDirectory){ResolverName}</_NativeIsaResolverSource>
              </PropertyGroup>

              <!-- Once, whichever package it is from. -->
              <ItemGroup Condition="'$(_NativeIsaResolverSource)' != ''">
                <Compile Remove="$(_NativeIsaResolverSource)" />
                <Compile Include="$(_NativeIsaResolverSource)" Visible="false" />
              </ItemGroup>

              <Target Name="_AddVariants_{name}" AfterTargets="ResolveLockFileCopyLocalFiles">
                <ItemGroup>

            """);
        foreach ((string runtime, string folder, string path) in files)
        {
            text.Append($"      <ReferenceCopyLocalPaths Include=\"$(MSBuildThisFileDirectory){path}\" DestinationSubDirectory=\"{folder}\" Condition=\"'$(RuntimeIdentifier)' == '{runtime}'\" />\n")
                .Append($"      <ReferenceCopyLocalPaths Include=\"$(MSBuildThisFileDirectory){path}\" DestinationSubDirectory=\"runtimes/{runtime}/native/{folder}\" Condition=\"'$(RuntimeIdentifier)' == ''\" />\n");
        }

        text.Append("""
                </ItemGroup>
              </Target>

            </Project>

            """);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
