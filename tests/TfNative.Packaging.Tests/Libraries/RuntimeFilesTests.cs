namespace TfNative.Packaging.Tests.Libraries;

public sealed class RuntimeFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tfnative-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Link(string name, string target)
    {
        string path = Path.Combine(folder, name);
        File.CreateSymbolicLink(path, target);
        return path;
    }

    private string Content(string name)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, name);
        return path;
    }

    [Fact]
    public void A_link_brings_along_what_it_leads_to()
    {
        Content("lib.so.2.14.1");
        Link("lib.so.2", "lib.so.2.14.1");
        string wanted = Link("lib.so", "lib.so.2");
        Assert.Equal(
            [("lib.so", "lib.so.2"), ("lib.so.2", "lib.so.2.14.1"), ("lib.so.2.14.1", null)],
            RuntimeFiles.Of([wanted], folder).Select(file => (file.Name, file.LinkTarget)));
    }

    [Fact]
    public void A_link_that_only_says_where_a_file_is_counts_as_the_file()
    {
        string elsewhere = Content("real");
        Assert.Equal([("lib.so", null)], RuntimeFiles.Of([Link("lib.so", elsewhere)], folder).Select(file => (file.Name, file.LinkTarget)));
    }

    [Fact]
    public void In_a_package_one_name_has_the_content_and_the_others_lead_to_it()
    {
        string content = Content("lib.so.2.14.1"), major = Link("lib.so.2", "lib.so.2.14.1"), plain = Link("lib.so", "lib.so.2");
        PackageLayout layout = PackageLayout.Of([plain, major, content]);
        Assert.Equal([("lib.so", content)], layout.Files.Select(file => (file.Key, file.Value)));
        Assert.Equal([("lib.so.2", "lib.so"), ("lib.so.2.14.1", "lib.so")], layout.Links.Select(link => (link.Key, link.Value)));
    }
}
