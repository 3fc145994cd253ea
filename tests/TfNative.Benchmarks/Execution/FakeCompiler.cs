using System.Diagnostics;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// A compiler that does nothing but what an executor sees of one: it writes an object and a depfile. With real ones the
/// executors would be lost in the noise.
/// </summary>
internal static class FakeCompiler
{
    private const string Source = """
        #include <stdio.h>
        #include <string.h>
        /* fakecc OUT                    writes OUT
           fakecc OUT DEPFILE LIST       also writes the paths in LIST as OUT's depfile */
        int main(int argc, char **argv) {
          FILE *out = fopen(argv[1], "w");
          if (!out) return 1;
          fputs(argv[1], out);
          if (argc > 3) {
            FILE *dep = fopen(argv[2], "w"), *list = fopen(argv[3], "r");
            char line[4096];
            if (!dep || !list) return 2;
            fprintf(dep, "%s: %s", argv[1], argv[3]);
            while (fgets(line, sizeof line, list)) {
              line[strcspn(line, "\n")] = 0;
              fprintf(dep, " \\\n %s", line);
              fprintf(out, "%s", line);
            }
            fputc('\n', dep);
            fclose(dep);
          }
          return fclose(out) != 0;
        }
        """;

    /// <summary>Compiles it into a folder.</summary>
    /// <returns>Its absolute path.</returns>
    public static string Make(string folder)
    {
        string program = Path.Combine(folder, "fakecc");
        File.WriteAllText(program + ".c", Source);
        using Process gcc = Process.Start("gcc", ["-O2", "-static", "-o", program, program + ".c"]);
        gcc.WaitForExit();
        return gcc.ExitCode == 0 ? program : throw new InvalidOperationException("gcc is needed to make the benchmark's compiler");
    }
}
