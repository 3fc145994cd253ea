using System.Text.Json;

namespace TfNative.Packaging.Tests.Sbom;

public sealed class SpdxDocumentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tfnative-spdx-").FullName;

    [Fact]
    public void Every_source_is_listed_with_its_licence_and_checksum()
    {
        string file = Path.Combine(folder, "a.c");
        File.WriteAllText(file, "// SPDX-License-Identifier: MIT\n");
        byte[] document = SpdxDocument.Write(
            "X", "1.0", "Apache-2.0", DateTimeOffset.UnixEpoch, [(LicenseHeaderReader.Read(file, "src/a.c"), file), (new("src/b.c", null, ""), file)]);
        JsonElement root = JsonDocument.Parse(document).RootElement;
        Assert.Equal("SPDX-2.3", root.GetProperty("spdxVersion").GetString());
        JsonElement[] files = [.. root.GetProperty("files").EnumerateArray()];
        Assert.Equal(["./src/a.c", "./src/b.c"], files.Select(f => f.GetProperty("fileName").GetString()));
        Assert.Equal(["MIT", "NOASSERTION"], files.Select(f => f.GetProperty("licenseConcluded").GetString()));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))),
            files[0].GetProperty("checksums")[0].GetProperty("checksumValue").GetString());
        Assert.Equal(3, root.GetProperty("relationships").GetArrayLength());
    }

    [Fact]
    public void Notices_have_the_text_of_each_repositorys_licence()
    {
        File.WriteAllText(Path.Combine(folder, "LICENSE.txt"), "the text\r\nof it\n");
        string bare = Directory.CreateDirectory(Path.Combine(folder, "bare")).FullName, source = Path.Combine(bare, "b.c");
        File.WriteAllText(source, "// Licensed under the MIT License\n");
        string notices = ThirdPartyNotices.Write([new("zeta", bare, [], [new("b.c", source)]), new("alpha", folder, ["notice"], [])]);
        Assert.True(notices.IndexOf("alpha (declared: notice)", StringComparison.Ordinal) < notices.IndexOf("zeta", StringComparison.Ordinal));
        Assert.Contains("the text\nof it\n", notices, StringComparison.Ordinal);
        Assert.Contains("their headers say: MIT.", notices, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
