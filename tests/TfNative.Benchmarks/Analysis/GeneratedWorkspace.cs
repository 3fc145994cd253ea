namespace TfNative.Benchmarks.Analysis;

/// <summary>
/// A workspace of so many packages, each of five targets: two libraries, one with a select and one that a macro makes, a
/// genrule, a filegroup and a config_setting; packages depend on up to three earlier ones, and a shared library on all.
/// </summary>
internal static class GeneratedWorkspace
{
    public const string Target = "//:libeverything.so";

    public const int TargetsPerPackage = 5;

    public static void Write(string folder, int packages)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(folder + "/WORKSPACE", "workspace(name = \"generated\")\n");
        File.WriteAllText(folder + "/rules.bzl", """
            def module_library(name, srcs, deps = [], **kwargs):
                native.cc_library(name = name, srcs = srcs, deps = deps + [":util"], copts = ["-Wall"], **kwargs)
            """ + "\n");
        var random = new Random(1);
        for (int i = 0; i < packages; i++)
        {
            string package = $"{folder}/{PackageOf(i)}";
            Directory.CreateDirectory(package);
            string deps = string.Concat(Enumerable.Range(0, Math.Min(i, 3)).Select(_ => random.Next(i)).Distinct().Select(d => $"\"//{PackageOf(d)}:lib\", "));
            File.WriteAllText(package + "/BUILD", $$"""
                load("//:rules.bzl", "module_library")

                package(default_visibility = ["//visibility:public"])

                filegroup(name = "headers", srcs = glob(["*.h"]))

                genrule(name = "version", outs = ["version.h"], cmd = "echo '#define V {{i}}' > $@")

                cc_library(name = "util", srcs = ["util.cc"], hdrs = [":headers"], defines = select({":fast": ["FAST"], "//conditions:default": []}))

                config_setting(name = "fast", values = {"compilation_mode": "opt"})

                module_library(name = "lib", srcs = ["lib.cc", ":version"], hdrs = ["lib.h"], deps = [{{deps}}])
                """ + "\n");
            foreach (string file in (string[])["util.cc", "util.h", "lib.cc", "lib.h"])
                File.WriteAllText($"{package}/{file}", "");
        }

        File.WriteAllText(folder + "/BUILD", $$"""
            cc_binary(name = "libeverything.so", linkshared = True, deps = [{{string.Join(", ", Enumerable.Range(0, packages).Select(i => $"\"//{PackageOf(i)}:lib\""))}}])
            """ + "\n");
    }

    private static string PackageOf(int number) => $"group{number / 100}/module{number}";
}
