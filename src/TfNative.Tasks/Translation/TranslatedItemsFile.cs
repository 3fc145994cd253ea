namespace TfNative.Tasks.Translation;

/// <summary>
/// A translation's items in a file. The number of a text is its place in a table that stands first. Not JSON: a serialiser's
/// start is longer than all else that a build does which finds nothing to do.
/// </summary>
internal static class TranslatedItemsFile
{
    /// <summary>Its last digit is raised with every change of the format.</summary>
    private const string Header = "TFNITEMS1";

    /// <returns>Null when there are none or they cannot be read, which is no reason to fail: they are made anew.</returns>
    public static TranslatedItems? Load(string path)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)));
            if (reader.ReadString() != Header)
                return null;
            var texts = new string[reader.ReadInt32()];
            for (int i = 0; i < texts.Length; i++)
                texts[i] = reader.ReadString();
            var items = new TranslatedItems
            {
                CompileActions = ReadItems(reader, texts),
                LinkActions = ReadItems(reader, texts),
                GenerateActions = ReadItems(reader, texts),
                NativeOutputs = ReadItems(reader, texts),
                Licenses = ReadLicenses(reader, texts),
            };
            return reader.ReadString() == Header ? items : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Written beside its place and moved there, so that a stopped build leaves the old one or none.</summary>
    public static void Save(string path, TranslatedItems items)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var body = new MemoryStream();
        using var bodyWriter = new BinaryWriter(body);
        WriteItems(bodyWriter, texts, items.CompileActions);
        WriteItems(bodyWriter, texts, items.LinkActions);
        WriteItems(bodyWriter, texts, items.GenerateActions);
        WriteItems(bodyWriter, texts, items.NativeOutputs);
        bodyWriter.Write(items.Licenses.Count);
        foreach ((string package, IReadOnlyList<string> licenses) in items.Licenses)
        {
            Write(bodyWriter, texts, package);
            bodyWriter.Write(licenses.Count);
            foreach (string license in licenses)
                Write(bodyWriter, texts, license);
        }

        bodyWriter.Write(Header);
        string beside = path + ".new";
        using (var writer = new BinaryWriter(File.Create(beside)))
        {
            writer.Write(Header);
            writer.Write(texts.Count);
            foreach (string text in texts.Keys)
                writer.Write(text);
            writer.Write(body.ToArray());
        }

        File.Move(beside, path, overwrite: true);
    }

    private static TranslatedItem[] ReadItems(BinaryReader reader, string[] texts)
    {
        var items = new TranslatedItem[reader.ReadInt32()];
        for (int i = 0; i < items.Length; i++)
        {
            string identity = texts[reader.ReadInt32()];
            int count = reader.ReadInt32();
            var metadata = new Dictionary<string, string>(count);
            for (; count > 0; count--)
                metadata.Add(texts[reader.ReadInt32()], texts[reader.ReadInt32()]);
            items[i] = new(identity, metadata);
        }

        return items;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadLicenses(BinaryReader reader, string[] texts)
    {
        int count = reader.ReadInt32();
        var licenses = new Dictionary<string, IReadOnlyList<string>>(count);
        for (; count > 0; count--)
        {
            string package = texts[reader.ReadInt32()];
            var list = new string[reader.ReadInt32()];
            for (int i = 0; i < list.Length; i++)
                list[i] = texts[reader.ReadInt32()];
            licenses.Add(package, list);
        }

        return licenses;
    }

    private static void WriteItems(BinaryWriter writer, Dictionary<string, int> texts, IReadOnlyList<TranslatedItem> items)
    {
        writer.Write(items.Count);
        foreach (TranslatedItem item in items)
        {
            Write(writer, texts, item.Identity);
            writer.Write(item.Metadata.Count);
            foreach ((string name, string value) in item.Metadata)
            {
                Write(writer, texts, name);
                Write(writer, texts, value);
            }
        }
    }

    private static void Write(BinaryWriter writer, Dictionary<string, int> texts, string text)
    {
        if (!texts.TryGetValue(text, out int number))
            texts.Add(text, number = texts.Count);
        writer.Write(number);
    }
}
