using TfNative.Bazel.Tests.Analysis;

namespace TfNative.Bazel.Tests.Cc;

/// <summary>https://bazel.build/rules/lib/toplevel/cc_common.</summary>
public class CcCommonTests
{
    private const string Inputs = "dep.linking_context.linker_inputs.to_list()";

    private const string Command = "cc_common.get_memory_inefficient_command_line(feature_configuration = features, action_name = 'c++-compile', "
        + "variables = cc_common.create_compile_variables(cc_toolchain = toolchain, feature_configuration = features, source_file = 'a.cc', output_file = 'a.o', "
        + "preprocessor_defines = depset(['X']), user_compile_flags = ['-Wx'], include_directories = depset(['inc']), quote_include_directories = depset(['q']), use_pic = True))";

    [Theory]
    [InlineData("dep.compilation_context.defines.to_list()", "[\"BELOW\", \"A=1\"]")]
    [InlineData("dep.compilation_context.local_defines.to_list()", "[\"LOCAL\"]")]
    [InlineData("sorted([h.basename for h in dep.compilation_context.headers.to_list()])", "[\"below.h\", \"lib.h\"]")]
    [InlineData("[h.basename for h in dep.compilation_context.direct_public_headers]", "[\"lib.h\"]")]
    [InlineData("dep.compilation_context.system_includes.to_list()", "[\"p/inc\", \"bazel-out/k8-opt/bin/p/inc\"]")]
    [InlineData("dep.compilation_context.quote_includes.to_list()", "[\".\", \"bazel-out/k8-opt/bin\"]")]
    [InlineData("[i.owner.name for i in " + Inputs + "]", "[\"lib\", \"below\"]")]
    [InlineData(Inputs + "[0].user_link_flags", "[\"-llib\"]")]
    [InlineData("[l.static_library.basename for l in " + Inputs + "[0].libraries]", "[\"liblib.a\"]")]
    [InlineData("[l.pic_static_library.basename for l in " + Inputs + "[0].libraries]", "[\"liblib.pic.a\"]")]
    [InlineData("[l.alwayslink for i in " + Inputs + " for l in i.libraries]", "[False, True]")]
    [InlineData("cc_common.create_compilation_context(headers = depset([ctx.file._hidden])).headers.to_list()[0].basename", "hidden.txt")]
    [InlineData("cc_common.create_compilation_context(includes = depset(['i']), system_includes = depset(['s'])).includes.to_list()", "[\"i\"]")]
    [InlineData("cc_common.merge_compilation_contexts(compilation_contexts = [dep.compilation_context, cc_common.create_compilation_context(defines = depset(['D']))]).defines.to_list()", "[\"BELOW\", \"A=1\", \"D\"]")]
    [InlineData("cc_common.merge_cc_infos(cc_infos = [dep, CcInfo(compilation_context = cc_common.create_compilation_context(defines = depset(['D'])))]).compilation_context.defines.to_list()", "[\"BELOW\", \"A=1\", \"D\"]")]
    [InlineData("cc_common.merge_cc_infos(direct_cc_infos = [CcInfo(compilation_context = cc_common.create_compilation_context(headers = depset([ctx.file._hidden])))]).compilation_context.headers.to_list()[0].basename", "hidden.txt")]
    [InlineData("[i.user_link_flags for i in cc_common.create_linking_context(linker_inputs = depset([cc_common.create_linker_input(owner = ctx.label, user_link_flags = depset(['-lown']))])).linker_inputs.to_list()]", "[[\"-lown\"]]")]
    [InlineData("cc_common.is_enabled(feature_configuration = features, feature_name = 'mine')", "True")]
    [InlineData("cc_common.is_enabled(feature_configuration = features, feature_name = 'not_mine')", "False")]
    [InlineData("cc_common.is_enabled(feature_configuration = features, feature_name = 'opt')", "True")]
    [InlineData("cc_common.is_enabled(feature_configuration = features, feature_name = 'dbg')", "False")]
    [InlineData("cc_common.get_tool_for_action(feature_configuration = features, action_name = 'c++-compile').split('/')[-1]", "gcc")]
    [InlineData("[f for f in " + Command + " if f in ['-DX', '-Wx', '-Iinc', '-iquote', 'q', '-fPIC', '-c', 'a.cc', 'a.o']]", "[\"-fPIC\", \"-DX\", \"-iquote\", \"q\", \"-Iinc\", \"-Wx\", \"-c\", \"a.cc\", \"a.o\"]")]
    [InlineData("toolchain.compiler", "gcc")]
    [InlineData("ctx.attr.deps[0][OutputGroupInfo] != None and CcInfo in ctx.attr.deps[0]", "True")]
    public void Rules_see_and_make_what_C_libraries_hand_on(string expression, string expected)
    {
        using var probe = new ProbeRule(
            $"""
            toolchain = ctx.toolchains["@bazel_tools//tools/cpp:toolchain_type"].cc
            features = cc_common.configure_features(ctx = ctx, cc_toolchain = toolchain, requested_features = ["mine"], unsupported_features = ["not_mine"])
            dep = ctx.attr.deps[0][CcInfo]
            return [DefaultInfo(files = depset([say({expression})]))]
            """,
            """
            cc_library(name = "lib", srcs = ["lib.cc"], hdrs = ["lib.h"], defines = ["A=1"], local_defines = ["LOCAL"], includes = ["inc"], linkopts = ["-llib"], deps = [":below"])
            cc_library(name = "below", srcs = ["below.cc"], hdrs = ["below.h"], defines = ["BELOW"], alwayslink = True)
            probe(name = "x", deps = [":lib"])
            """,
            "toolchains = [\"@bazel_tools//tools/cpp:toolchain_type\"]",
            files: [("p/lib.cc", ""), ("p/lib.h", ""), ("p/below.cc", ""), ("p/below.h", "")]);
        Assert.Equal(expected, probe.Said());
    }
}
