using System.IO.Compression;
using System.Text;

namespace TfNative.Packaging.Tests.Packages;

public sealed class NativePackageWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tfnative-pack-").FullName;

    private NativePackageSpecification Specification(long splitAbove = long.MaxValue)
    {
        string library = Path.Combine(folder, "libx.so"), debug = Path.Combine(folder, "libx.so.debug"), header = Path.Combine(folder, "x.h"), module = Path.Combine(folder, "x.pc");
        File.WriteAllText(library, "library");
        File.WriteAllText(debug, "debug");
        File.WriteAllText(header, "int x;");
        File.WriteAllText(module, new PkgConfigFile { Name = "x", Description = "X.", Version = "1", Libs = "-lx" }.Write());
        return new()
        {
            Id = "X.Native",
            Version = "1.2.3",
            Authors = ["A"],
            Description = "X.",
            LicenseExpression = "Apache-2.0",
            Libraries = new Dictionary<string, IReadOnlyList<string>> { ["linux-x64"] = [library] },
            Headers = new Dictionary<string, string> { ["x/x.h"] = header },
            PkgConfigFiles = new Dictionary<string, IReadOnlyList<string>> { ["linux-x64"] = [module] },
            Symbols = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["linux-x64"] = new Dictionary<string, string> { ["libx.so.debug"] = debug } },
            Documents = new Dictionary<string, byte[]> { ["THIRD-PARTY-NOTICES.txt"] = "notices"u8.ToArray() },
            SplitAbove = splitAbove,
        };
    }

    [Fact]
    public void Libraries_headers_and_documents_are_where_NuGet_wants_them_and_symbols_apart()
    {
        IReadOnlyList<string> packages = NativePackageWriter.Write(Specification(), Path.Combine(folder, "out"));
        Assert.Equal(["X.Native.1.2.3.nupkg", "X.Native.symbols.1.2.3.nupkg"], packages.Select(p => Path.GetFileName(p)));
        Dictionary<string, string> files = Read(packages[0]);
        Assert.Equal("library", files["runtimes/linux-x64/native/libx.so"]);
        Assert.Equal("int x;", files["build/native/include/x/x.h"]);
        Assert.Contains("libdir=${prefix}/../../runtimes/linux-x64/native\n", files["build/native/pkgconfig/linux-x64/x.pc"], StringComparison.Ordinal);
        Assert.Equal("notices", files["THIRD-PARTY-NOTICES.txt"]);
        Assert.Contains("<license type=\"expression\">Apache-2.0</license>", files["X.Native.nuspec"], StringComparison.Ordinal);
        Assert.Equal("debug", Read(packages[1])["runtimes/linux-x64/native/libx.so.debug"]);
    }

    [Fact]
    public void Two_packs_are_the_same_byte_for_byte()
    {
        string first = NativePackageWriter.Write(Specification(), Path.Combine(folder, "1"))[0];
        foreach (string file in Directory.EnumerateFiles(folder))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(1));
        string second = NativePackageWriter.Write(Specification(), Path.Combine(folder, "2"))[0];
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        using ZipArchive package = ZipFile.OpenRead(first);
        Assert.All(package.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void What_would_be_too_large_is_split_by_runtime_identifier_and_led_to_by_runtime_json()
    {
        IReadOnlyList<string> packages = NativePackageWriter.Write(Specification(splitAbove: 3), Path.Combine(folder, "out"));
        Assert.Equal(
            ["X.Native.1.2.3.nupkg", "X.Native.runtime.linux-x64.1.2.3.nupkg", "X.Native.symbols.1.2.3.nupkg"], packages.Select(p => Path.GetFileName(p)));
        Assert.DoesNotContain(Read(packages[0]).Keys, k => k.StartsWith("runtimes/", StringComparison.Ordinal));
        Assert.Contains(
            "libdir=${prefix}/../../../../x.native.runtime.linux-x64/1.2.3/runtimes/linux-x64/native\n",
            Read(packages[0])["build/native/pkgconfig/linux-x64/x.pc"], StringComparison.Ordinal);
        Assert.Contains("\"X.Native.runtime.linux-x64\": \"1.2.3\"", Read(packages[0])["runtime.json"], StringComparison.Ordinal);
        Assert.Equal("library", Read(packages[1])["runtimes/linux-x64/native/libx.so"]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Dictionary<string, string> Read(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }
}
