using System.Runtime.InteropServices;
using System.Text;

namespace TfNative.Execution;

/// <summary>
/// posix_spawn(3): glibc and musl start the program without copying our page tables, which for a process of
/// MSBuild's size takes longer than the program. The child is the leader of a session of its own, so that it and all it
/// starts can be ended together and a terminal's Ctrl-C reaches only us; its signals are as in a fresh shell (.NET
/// ignores SIGPIPE, which would be passed on).
/// </summary>
internal static unsafe partial class LinuxSpawn
{
    private const int TextFileBusy = 26;
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;
    private const short SetSession = 0x80;
    private const int ReadWrite = 2;

    /// <summary>At least as large as these types are in any C library.</summary>
    private const int OpaqueSize = 1024;

    /// <summary>Starts a program with no input and with output and error going to a descriptor.</summary>
    /// <returns>0, or the number of the error.</returns>
    public static int Start(Command command, int output, out int processId)
    {
        byte* actions = stackalloc byte[OpaqueSize];
        byte* attributes = stackalloc byte[OpaqueSize];
        ulong* signals = stackalloc ulong[16];
        new Span<ulong>(signals, 16).Clear();
        _ = FileActionsInit(actions);
        _ = AttributesInit(attributes);
        try
        {
            _ = SetFlags(attributes, SetSignalDefaults | SetSignalMask | SetSession);
            _ = SetMask(attributes, signals);
            // All but SIGKILL and SIGSTOP, which cannot be set; of those that are left out, the C library asks each how it is.
            signals[0] = ~(1UL << 8) & ~(1UL << 18);
            _ = SetDefaults(attributes, signals);
            _ = AddOpen(actions, 0, "/dev/null", ReadWrite, 0);
            _ = AddDup2(actions, output, 1);
            _ = AddDup2(actions, output, 2);
            _ = AddChdir(actions, command.Folder);
            return Start(command, actions, attributes, out processId);
        }
        finally
        {
            _ = FileActionsDestroy(actions);
            _ = AttributesDestroy(attributes);
        }
    }

    private static int Start(Command command, byte* actions, byte* attributes, out int processId)
    {
        using var arguments = new StringArray(command.Arguments);
        using var environment = new StringArray(command.Environment);
        // A file that was just written may still be open for writing in a child that another thread is starting, until
        // that child has become its program (https://github.com/golang/go/issues/22315).
        for (int attempt = 0; ; attempt++)
        {
            int error = Spawn(out processId, command.Program, actions, attributes, arguments.Pointer, environment.Pointer);
            if (error != TextFileBusy || attempt == 100)
                return error;
            _ = LinuxProcess.Poll(null, 0, 5);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(
        out int processId, string path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int FileActionsInit(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int FileActionsDestroy(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(byte* actions, int descriptor, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDup2(byte* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddChdir(byte* actions, string path);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int AttributesInit(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int AttributesDestroy(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetMask(byte* attributes, ulong* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetDefaults(byte* attributes, ulong* signals);

    /// <summary>Strings as C has them: a list of addresses that ends with null.</summary>
    private readonly ref struct StringArray
    {
        private readonly byte* _memory;

        public StringArray(IReadOnlyList<string> strings)
        {
            long size = (strings.Count + 1) * sizeof(byte*);
            long text = size;
            foreach (string s in strings)
                size += Encoding.UTF8.GetByteCount(s) + 1;
            _memory = (byte*)NativeMemory.Alloc((nuint)size);
            for (int i = 0; i < strings.Count; i++)
            {
                Pointer[i] = _memory + text;
                int length = Encoding.UTF8.GetBytes(strings[i], new Span<byte>(_memory + text, checked((int)(size - text))));
                _memory[text + length] = 0;
                text += length + 1;
            }

            Pointer[strings.Count] = null;
        }

        public byte** Pointer => (byte**)_memory;

        public void Dispose() => NativeMemory.Free(_memory);
    }
}
