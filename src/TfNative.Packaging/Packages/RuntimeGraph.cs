using System.Text.Json;

namespace TfNative.Packaging;

/// <summary>runtime.json: which package has the libraries of which runtime identifier (NuGet's runtime graph).</summary>
internal static class RuntimeGraph
{
    public static string PackageId(string id, string runtimeIdentifier) => $"{id}.runtime.{runtimeIdentifier}";

    public static byte[] Write(NativePackageSpecification specification)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartObject("runtimes");
            foreach (string identifier in specification.Libraries.Keys.Order(StringComparer.Ordinal))
            {
                json.WriteStartObject(identifier);
                json.WriteStartObject(specification.Id);
                json.WriteString(PackageId(specification.Id, identifier), specification.Version);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
