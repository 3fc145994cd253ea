using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>
/// How many actions of each kind the closures have whose whole lists would be too long to keep. Compiles are not counted:
/// Bazel lists those that only parse headers too; nor what it does for its own bookkeeping.
/// </summary>
public class ActionCountTests
{
    private static readonly string[] Mnemonics =
    [
        "Action", "CppArchive", "CppLink", "GenProtoDescriptorSet", "GenUpbProtos", "Genrule", "ProtoCompile", "TdGenerate", "TemplateExpand",
    ];

    [Theory]
    [InlineData("libtensorflow", "//tensorflow:libtensorflow.so.2.14.1")]
    [InlineData("libtensorflow_cc", "//tensorflow:libtensorflow_cc.so.2.14.1")]
    [InlineData("pywrap_internal", "//tensorflow/python:_pywrap_tensorflow_internal.so")]
    public void A_closure_has_as_many_actions_of_each_kind_as_Bazels(string name, string target)
    {
        TranslationResult ours = GoldenTranslation.OfTensorFlow([target], CompilationMode.Opt, all: true);
        Assert.Empty(ours.Diagnostics);
        SortedDictionary<string, int> counts = new(OurActions.Of(ours.Graph!)
            .Where(a => a.Configuration == "k8-opt" && Mnemonics.Contains(a.Mnemonic)).CountBy(a => a.Mnemonic).ToDictionary(), StringComparer.Ordinal);
        SortedDictionary<string, int> bazels = new(GoldenData.ReadLines($"tensorflow/{name}.actions-opt.counts.txt")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts[0] == "k8-opt" && Mnemonics.Contains(parts[1]))
            .ToDictionary(parts => parts[1], parts => int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        Assert.True(bazels.Count >= 8);
        Assert.Equal(bazels, counts);
    }
}
