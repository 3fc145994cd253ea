namespace TfNative.Packaging.Tests.Libraries;

public sealed class ElfFileTests
{
    /// <summary>A library that every .NET runtime on Linux has.</summary>
    private static readonly string Library = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so");

    [Fact]
    public void A_library_tells_its_name_what_it_needs()
    {
        ElfFile file = ElfFile.Read(Library)!;
        Assert.Equal("libSystem.Native.so", file.Soname);
        Assert.Contains("libc.so.6", file.Needed);
        Assert.False(file.HasDebugInformation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(5000)]
    public void What_is_cut_off_is_none(int length)
    {
        string file = Path.GetTempPath() + Guid.NewGuid();
        File.WriteAllBytes(file, File.ReadAllBytes(Library)[..length]);
        Assert.Null(ElfFile.Read(file));
        File.Delete(file);
    }

    [Fact]
    public void A_text_is_none() => Assert.Null(ElfFile.Read(Path.ChangeExtension(typeof(object).Assembly.Location, ".dll")));
}
