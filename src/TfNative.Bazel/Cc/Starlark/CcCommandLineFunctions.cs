using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The functions of cc_common that tell rules which commands the toolchain would run.</summary>
internal static class CcCommandLineFunctions
{
    public static readonly IReadOnlyList<Builtin> All =
    [
        new("configure_features", "*, ctx=None, cc_toolchain, language=None, requested_features=[], unsupported_features=[]", static (in CallContext c) =>
            new FeatureConfiguration(
                c[0].As<StarlarkRuleContext>()?.Rule ?? throw c.Error("configure_features() needs ctx"),
                CcContextFunctions.Strings(c[3]), CcContextFunctions.Strings(c[4]))),
        new("is_enabled", "*, feature_configuration, feature_name", static (in CallContext c) =>
            c.Object<FeatureConfiguration>(0, "FeatureConfiguration").IsEnabled(c.String(1))),
        new("action_is_enabled", "*, feature_configuration, action_name", static (in CallContext c) => IsCompile(c.String(1)) || IsLink(c.String(1)) || c.String(1) == "strip"),
        new("get_tool_for_action", "*, feature_configuration, action_name", static (in CallContext c) => ToolOf(c, c.String(1))),
        new("get_execution_requirements", "*, feature_configuration, action_name", static (in CallContext _) => new StarlarkList()),
        new("get_environment_variables", "*, feature_configuration, action_name, variables", static (in CallContext c) =>
        {
            CcToolchain toolchain = ToolchainOf(c);
            var environment = IsCompile(c.String(1)) ? toolchain.CompileEnvironment : toolchain.LinkEnvironment;
            return new StarlarkDict(environment.Variables.Select(v => new KeyValuePair<Value, Value>(v.Key, v.Value)));
        }),
        new("get_memory_inefficient_command_line", "*, feature_configuration, action_name, variables", static (in CallContext c) =>
            StarlarkList.OfStrings(CommandLine(c.Object<FeatureConfiguration>(0, "FeatureConfiguration"), c.String(1), c.Object<CcVariables>(2, "Variables")))),
        new("create_compile_variables", "*, cc_toolchain, feature_configuration, source_file=None, output_file=None, user_compile_flags=None, "
            + "include_directories=None, quote_include_directories=None, system_include_directories=None, framework_include_directories=None, "
            + "preprocessor_defines=None, thinlto_index=None, thinlto_input_bitcode_file=None, thinlto_output_object_file=None, use_pic=False, "
            + "add_legacy_cxx_options=False, variables_extension={}, strip_opts=None, input_file=None", static (in CallContext c) => new CcVariables
        {
            Source = Path(c[2]),
            Output = Path(c[3]),
            UserFlags = CcContextFunctions.Strings(c[4]),
            Includes = CcContextFunctions.Strings(c[5]),
            QuoteIncludes = CcContextFunctions.Strings(c[6]),
            SystemIncludes = CcContextFunctions.Strings(c[7]),
            Defines = CcContextFunctions.Strings(c[9]),
            Pic = c[13].Truth,
        }),
        new("create_link_variables", "*, cc_toolchain, feature_configuration, library_search_directories=[], runtime_library_search_directories=[], "
            + "user_link_flags=[], output_file=None, param_file=None, def_file=None, is_using_linker=True, is_linking_dynamic_library=False, "
            + "must_keep_debug=True, use_test_only_flags=False, is_static_linking_mode=True", static (in CallContext c) => new CcVariables
        {
            Output = Path(c[5]),
            UserFlags = CcContextFunctions.Strings(c[4]),
            SearchFolders = CcContextFunctions.Strings(c[2]),
            RunPaths = CcContextFunctions.Strings(c[3]),
            Shared = c[9].Truth,
        }),
        new("empty_variables", "", static (in CallContext _) => new CcVariables()),
        new("legacy_cc_flags_make_variable_do_not_use", "*, cc_toolchain", static (in CallContext _) => ""),
    ];

    private static string? Path(Value file) => file.As<FileValue>()?.Path ?? file.AsString();

    private static CcToolchain ToolchainOf(in CallContext c) => c.Object<FeatureConfiguration>(0, "FeatureConfiguration").Context.Environment.Toolchain;

    private static string ToolOf(in CallContext c, string action)
    {
        CcToolchain toolchain = ToolchainOf(c);
        return action switch
        {
            "c++-link-static-library" => toolchain.Archiver,
            "strip" => toolchain.Strip,
            _ => toolchain.CCompiler,
        };
    }

    private static bool IsCompile(string action) =>
        action is "c-compile" or "c++-compile" or "assemble" or "preprocess-assemble" or "c++-header-parsing" or "linkstamp-compile" or "cc-flags-make-variable";

    private static bool IsLink(string action) => action.StartsWith("c++-link-", StringComparison.Ordinal);

    private static List<string> CommandLine(FeatureConfiguration features, string action, CcVariables variables)
    {
        AnalysisEnvironment environment = features.Context.Environment;
        BuildConfiguration configuration = features.Context.Configuration;
        CcToolchain toolchain = environment.Toolchain;
        if (action == "c++-link-static-library")
            return ["rcsD", .. One(variables.Output)];
        if (IsLink(action))
        {
            return
            [
                .. variables.Shared || action.Contains("dynamic-library", StringComparison.Ordinal) ? (string[])["-shared"] : [],
                .. variables.Output is { } output ? (string[])["-o", output] : [],
                .. variables.RunPaths.SelectMany(r => new[] { "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/" + r }),
                .. variables.SearchFolders.Select(f => "-L" + f), .. toolchain.LinkFlags,
                .. configuration.Options.Mode == CompilationMode.Opt ? toolchain.OptLinkFlags : [],
                .. variables.UserFlags, .. toolchain.LinkLibraries,
            ];
        }

        if (!IsCompile(action))
            return [];
        CompileFlagTable table = environment.CompileFlags(configuration, features.Features);
        string[] leading = action is "c++-compile" or "c++-header-parsing" ? table.Cxx : action == "assemble" ? table.Assembler : table.C;
        return
        [
            .. leading.Skip(1), .. variables.Pic ? (string[])["-fPIC"] : [], .. variables.Defines.Select(d => "-D" + d),
            .. variables.QuoteIncludes.SelectMany(f => new[] { "-iquote", f }), .. variables.Includes.Select(f => "-I" + f),
            .. variables.SystemIncludes.SelectMany(f => new[] { "-isystem", f }), .. variables.UserFlags, .. table.Trailing,
            .. variables.Source is { } source ? (string[])["-c", source] : [], .. variables.Output is { } o ? (string[])["-o", o] : [],
        ];
    }

    private static string[] One(string? text) => text is null ? [] : [text];
}
