using TfNative.Tasks.Translation;

namespace TfNative.Tasks.Tests.Translation;

public sealed class TranslationRecordTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tfnative").FullName;

    private string BuildFile => Path.Combine(_root, "BUILD");

    private string RecordFile => Path.Combine(_root, "translation.json");

    public TranslationRecordTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "pkg"));
        File.WriteAllText(BuildFile, "one");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private TranslationRecord Record(long? began = null) => new()
    {
        Key = "key",
        Began = began ?? DateTime.UtcNow.AddSeconds(10).Ticks,
        Inputs = [InputStamp.Of(BuildFile, false), InputStamp.Of(Path.Combine(_root, "pkg"), true), InputStamp.Of(Path.Combine(_root, "none"), false)],
        CompileActions = [new TranslatedItem("/a.cc", new Dictionary<string, string> { ["Label"] = "//:a" })],
        LinkActions = [],
        GenerateActions = [],
        NativeOutputs = [],
    };

    private string? WhyOutdated()
    {
        Record().Save(RecordFile);
        return TranslationRecord.Load(RecordFile)!.WhyOutdated("key");
    }

    [Fact]
    public void It_holds_while_nothing_changes() => Assert.Null(WhyOutdated());

    [Fact]
    public void What_was_saved_is_loaded()
    {
        Record().Save(RecordFile);
        TranslatedItem item = Assert.Single(TranslationRecord.Load(RecordFile)!.CompileActions);
        Assert.Equal(("/a.cc", "//:a"), (item.Identity, item.Metadata["Label"]));
    }

    [Fact]
    public void Another_request_is_another_key() => Assert.Contains("items", Record().WhyOutdated("other"), StringComparison.Ordinal);

    [Fact]
    public void A_changed_file_is_named()
    {
        TranslationRecord record = Record();
        File.WriteAllText(BuildFile, "two");
        Assert.Equal(BuildFile + " has changed", record.WhyOutdated("key"));
    }

    [Fact]
    public void A_file_changed_within_one_tick_of_the_clock_is_noticed()
    {
        TranslationRecord record = Record(began: File.GetLastWriteTimeUtc(BuildFile).Ticks);
        DateTime time = File.GetLastWriteTimeUtc(BuildFile);
        File.WriteAllText(BuildFile, "two");
        File.SetLastWriteTimeUtc(BuildFile, time);
        Assert.Equal(BuildFile + " has changed", record.WhyOutdated("key"));
    }

    [Fact]
    public void A_file_that_was_only_touched_has_not_changed()
    {
        TranslationRecord record = Record();
        File.SetLastWriteTimeUtc(BuildFile, DateTime.UtcNow.AddHours(-1));
        Assert.Null(record.WhyOutdated("key"));
    }

    [Fact]
    public void A_new_file_in_a_folder_that_was_looked_at_is_noticed()
    {
        TranslationRecord record = Record();
        File.WriteAllText(Path.Combine(_root, "pkg/new.cc"), "");
        Assert.Equal(Path.Combine(_root, "pkg") + " has changed", record.WhyOutdated("key"));
    }

    [Fact]
    public void A_file_that_was_looked_for_in_vain_and_now_exists_is_noticed()
    {
        TranslationRecord record = Record();
        File.WriteAllText(Path.Combine(_root, "none"), "");
        Assert.NotNull(record.WhyOutdated("key"));
    }

    [Fact]
    public void A_removed_file_is_noticed()
    {
        TranslationRecord record = Record();
        File.Delete(BuildFile);
        Assert.NotNull(record.WhyOutdated("key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Key\":")]
    [InlineData("{}")]
    public void A_damaged_record_is_none(string content)
    {
        File.WriteAllText(RecordFile, content);
        Assert.Null(TranslationRecord.Load(RecordFile));
    }
}
