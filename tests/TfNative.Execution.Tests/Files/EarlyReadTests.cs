namespace TfNative.Execution.Tests.Files;

public sealed class EarlyReadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tfnative-early-");
    private readonly string _file;

    public EarlyReadTests()
    {
        _file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(_file, "one");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_read_is_given_once()
    {
        EarlyRead<string> read = Read();
        Assert.Equal("one", read.Take());
        Assert.Null(read.Take());
    }

    [Fact]
    public void A_file_that_was_written_again_is_not_given()
    {
        EarlyRead<string> read = Read();
        File.AppendAllText(_file, "two");
        Assert.Null(read.Take());
    }

    [Fact]
    public void Nor_is_one_that_was_replaced_by_another_of_the_same_size_and_time()
    {
        EarlyRead<string> read = Read();
        File.WriteAllText(_file + ".new", "two");
        File.SetLastWriteTimeUtc(_file + ".new", File.GetLastWriteTimeUtc(_file));
        File.Move(_file + ".new", _file, overwrite: true);
        Assert.Null(read.Take());
    }

    [Fact]
    public void A_file_as_young_as_the_reading_could_be_written_again_unseen_and_is_not_given() =>
        Assert.Null(EarlyRead<string>.Of(_file, Decode, RealDisk.CurrentTime - TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerMinute).Take());

    [Fact]
    public void A_missing_file_is_nothing_even_if_it_appears_later()
    {
        File.Delete(_file);
        EarlyRead<string> read = Read();
        File.WriteAllText(_file, "one");
        Assert.Null(read.Take());
    }

    /// <summary>In a time in which the file is old.</summary>
    private EarlyRead<string> Read() => EarlyRead<string>.Of(_file, Decode, long.MaxValue);

    private static string Decode(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
