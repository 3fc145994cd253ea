using TfNative.Tasks.Translation;

namespace TfNative.Tasks.Tests.Translation;

public sealed class TranslatedItemsFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("tfnative-items-").FullName, "graph.items");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private static readonly TranslatedItems Items = new()
    {
        CompileActions = [Item("/a/ä.cc", ("Label", "//a:a"), ("Mnemonic", "CppCompile")), Item("/a/b.cc", ("Label", "//a:a"))],
        LinkActions = [],
        GenerateActions = [Item("/a/empty")],
        NativeOutputs = [Item("/out/liba.so", ("Kind", ""))],
        Licenses = new Dictionary<string, IReadOnlyList<string>> { ["//a"] = ["notice", "by_exception_only"], [""] = [] },
    };

    [Fact]
    public void What_was_saved_is_loaded()
    {
        TranslatedItemsFile.Save(_path, Items);
        TranslatedItems loaded = TranslatedItemsFile.Load(_path)!;
        Assert.Equal(Text(Items), Text(loaded));
        Assert.Equal(Items.Licenses, loaded.Licenses);
    }

    [Fact]
    public void A_file_cut_at_any_byte_is_none()
    {
        TranslatedItemsFile.Save(_path, Items);
        byte[] whole = File.ReadAllBytes(_path);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_path, whole[..length]);
            Assert.Null(TranslatedItemsFile.Load(_path));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"CompileActions\":[]}")]
    [InlineData("\tTFNITEMS0 and something else")]
    public void Another_format_is_none(string content)
    {
        File.WriteAllText(_path, content);
        Assert.Null(TranslatedItemsFile.Load(_path));
    }

    [Fact]
    public void No_file_is_none() => Assert.Null(TranslatedItemsFile.Load(_path));

    private static TranslatedItem Item(string identity, params (string Name, string Value)[] metadata) =>
        new(identity, metadata.ToDictionary(pair => pair.Name, pair => pair.Value));

    private static string Text(TranslatedItems items) => string.Join(
        "\n--\n",
        ((IReadOnlyList<TranslatedItem>[])[items.CompileActions, items.LinkActions, items.GenerateActions, items.NativeOutputs])
            .Select(list => string.Join('\n', list.Select(item => $"{item.Identity} {string.Join(' ', item.Metadata)}"))));
}
