using System.Runtime.InteropServices;
using System.Text;

namespace HelloNative;

/// <summary>The functions of libhello_native.so.</summary>
internal static partial class HelloLibrary
{
    private const string Library = "hello_native";

    /// <summary>The number in the file VERSION when the library was built.</summary>
    public static int Version => GetVersion();

    public static string Greet(string name)
    {
        byte[] buffer = new byte[256];
        int length = Greet(name, buffer, buffer.Length);
        if (length >= buffer.Length)
        {
            buffer = new byte[length + 1];
            length = Greet(name, buffer, buffer.Length);
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    [LibraryImport(Library, EntryPoint = "hello_greet", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Greet(string name, [Out] byte[] buffer, int size);

    [LibraryImport(Library, EntryPoint = "hello_version")]
    private static partial int GetVersion();
}
