using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TfNative.Packaging;

/// <summary>Writes an SPDX 2.3 document (https://spdx.github.io/spdx-spec/v2.3/) that lists every source file with its licence.</summary>
public static class SpdxDocument
{
    /// <param name="name">Name of the package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="licenseExpression">What the package as a whole is under.</param>
    /// <param name="created">Written into the document; equal inputs with an equal time give equal bytes.</param>
    /// <param name="sources">With the files' absolute paths, for their checksums.</param>
    public static byte[] Write(
        string name, string version, string licenseExpression, DateTimeOffset created, IReadOnlyList<(SourceLicense License, string File)> sources)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("spdxVersion", "SPDX-2.3");
            json.WriteString("dataLicense", "CC0-1.0");
            json.WriteString("SPDXID", "SPDXRef-DOCUMENT");
            json.WriteString("name", $"{name} {version}");
            json.WriteString("documentNamespace", $"urn:spdx:{Uri.EscapeDataString(name)}:{Uri.EscapeDataString(version)}:{Digest(sources)}");
            json.WriteStartObject("creationInfo");
            json.WriteString("created", created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
            json.WriteStartArray("creators");
            json.WriteStringValue("Tool: TfNative");
            json.WriteEndArray();
            json.WriteEndObject();
            WritePackage(json, name, version, licenseExpression);
            json.WriteStartArray("files");
            for (int i = 0; i < sources.Count; i++)
                WriteFile(json, i, sources[i].License, sources[i].File);
            json.WriteEndArray();
            WriteRelationships(json, sources.Count);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WritePackage(Utf8JsonWriter json, string name, string version, string licenseExpression)
    {
        json.WriteStartArray("packages");
        json.WriteStartObject();
        json.WriteString("SPDXID", "SPDXRef-Package");
        json.WriteString("name", name);
        json.WriteString("versionInfo", version);
        json.WriteString("downloadLocation", "NOASSERTION");
        json.WriteBoolean("filesAnalyzed", false);
        json.WriteString("licenseConcluded", "NOASSERTION");
        json.WriteString("licenseDeclared", licenseExpression);
        json.WriteString("copyrightText", "NOASSERTION");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, int index, SourceLicense license, string file)
    {
        json.WriteStartObject();
        json.WriteString("SPDXID", $"SPDXRef-File-{index}");
        json.WriteString("fileName", "./" + license.Path);
        json.WriteStartArray("checksums");
        json.WriteStartObject();
        json.WriteString("algorithm", "SHA256");
        json.WriteString("checksumValue", Sha256(file));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("licenseConcluded", license.Expression ?? "NOASSERTION");
        json.WriteStartArray("licenseInfoInFiles");
        json.WriteStringValue(license.Expression ?? "NOASSERTION");
        json.WriteEndArray();
        json.WriteString("copyrightText", license.Copyright.Length == 0 ? "NOASSERTION" : license.Copyright);
        json.WriteEndObject();
    }

    private static void WriteRelationships(Utf8JsonWriter json, int files)
    {
        json.WriteStartArray("relationships");
        WriteRelationship(json, "SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Package");
        for (int i = 0; i < files; i++)
            WriteRelationship(json, "SPDXRef-Package", "GENERATED_FROM", $"SPDXRef-File-{i}");
        json.WriteEndArray();
    }

    private static void WriteRelationship(Utf8JsonWriter json, string from, string type, string to)
    {
        json.WriteStartObject();
        json.WriteString("spdxElementId", from);
        json.WriteString("relationshipType", type);
        json.WriteString("relatedSpdxElement", to);
        json.WriteEndObject();
    }

    private static string Sha256(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Digest(IReadOnlyList<(SourceLicense License, string File)> sources) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sources.Select(s => $"{s.License.Path} {Sha256(s.File)}")))))[..32];
}
