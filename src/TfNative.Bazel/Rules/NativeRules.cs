using static TfNative.Bazel.Schemas;

namespace TfNative.Bazel;

/// <summary>The rules that Bazel has built in (https://bazel.build/reference/be/overview).</summary>
internal static class NativeRules
{
    private static readonly AttributeSchema[] CcCommon =
    [
        Labels("srcs") with { AllowedFiles = CcSources.AllowedInSources }, CcDependencies("deps"), Strings("copts"), Strings("cxxopts"), Strings("conlyopts"), Strings("defines"), Strings("local_defines"),
        Strings("includes"), Strings("linkopts"), Unordered("additional_linker_inputs"), Unordered("additional_compiler_inputs"),
        Label("win_def_file"), String("nocopts"), Tristate("stamp"), Labels("module_interfaces"),
        Label("linkstamp"), String("hdrs_check"),
    ];

    private static readonly AttributeSchema[] CcLibrary =
    [
        .. CcCommon, Unordered("hdrs"), Unordered("textual_hdrs"), CcDependencies("implementation_deps"), Labels("interface_deps"),
        String("include_prefix"), String("strip_include_prefix"), Bool("alwayslink"), Bool("linkstatic"),
    ];

    private static readonly AttributeSchema[] CcBinary =
    [
        .. CcCommon, Bool("linkshared"), Bool("linkstatic", true),
        Label("malloc", initial: "@bazel_tools//tools/cpp:malloc"), Label("link_extra_lib", initial: "@bazel_tools//tools/cpp:link_extra_lib"), Strings("args"), Dict("env"),
        Labels("dynamic_deps"), Strings("output_licenses"),
        Any("output_group"),
    ];

    /// <summary>Source: Bazel's cc_test_wrapper.bzl.</summary>
    private static readonly ConfigurableValue LinkstaticOfTests = new(
    [
        new(
            [
                new(TfNative.Bazel.Label.Parse("@platforms//os:windows", PackageId.MainRoot), true),
                new(TfNative.Bazel.Label.Parse(ConfigurablePart.DefaultCondition, PackageId.MainRoot), false),
            ],
            ""),
    ]);

    /// <summary>Rules of other languages: they may be declared, and a build that needs one is told so.</summary>
    private static readonly string[] Unlisted =
    [
        "java_library", "java_binary", "java_test", "java_import", "java_plugin", "java_runtime", "java_toolchain", "java_package_configuration",
        "java_proto_library", "java_lite_proto_library", "android_library", "android_binary", "android_local_test", "android_instrumentation_test",
        "aar_import", "android_device", "android_sdk", "android_ndk_repository", "android_device_script_fixture", "android_host_service_fixture",
        "android_tools_defaults_jar", "objc_import", "objc_proto_library", "apple_cc_toolchain", "xcode_config", "xcode_version", "available_xcodes",
        "cc_toolchain", "cc_toolchain_suite", "cc_libc_top_alias", "cc_host_toolchain_alias", "fdo_profile", "fdo_prefetch_hints", "propeller_optimize",
        "cc_static_library", "extra_action", "action_listener", "genquery", "j2objc_library", "starlark_doc_extract", "config_feature_flag",
        "memprof_profile", "cc_flags_supplier", "package_info", "license", "license_kind",
    ];

    /// <summary>All native rule classes by name. After the fields that it is made of.</summary>
    public static readonly IReadOnlyDictionary<string, RuleClass> All = Create();

    private static Dictionary<string, RuleClass> Create()
    {
        var all = new Dictionary<string, RuleClass>(StringComparer.Ordinal);
        Add(new RuleClass("cc_library", CcLibrary) { Implementation = new CcLibraryRule() });
        Add(new RuleClass("objc_library", [.. CcLibrary, Labels("non_arc_srcs"), Any("sdk_frameworks"), Any("sdk_dylibs"), Any("sdk_includes"), Any("weak_sdk_frameworks"), Any("enable_modules"), Any("module_name"), Any("pch"), Labels("runtime_deps"), Any("bundles")]));
        Add(new RuleClass("cc_binary", CcBinary) { Implementation = new CcBinaryRule(), IsExecutable = true, ImplicitOutputs = [new("stripped_binary", "%{name}.stripped"), new("dwp_file", "%{name}.dwp")] });
        Add(new RuleClass("cc_test", [.. CommonAttributes.Tests, .. CcBinary.Where(a => a.Name is not ("linkstatic" or "args" or "env")), Bool("linkstatic")])
        {
            Implementation = new CcBinaryRule(),
            IsExecutable = true,
            IsTest = true,
            MacroDefaults = new Dictionary<string, object> { ["linkstatic"] = LinkstaticOfTests },
            ImplicitOutputs = [new("stripped_binary", "%{name}.stripped"), new("dwp_file", "%{name}.dwp")],
        });
        Add(new RuleClass(
            "cc_shared_library",
            [
                Labels("deps"), Labels("dynamic_deps"), Labels("roots"), Strings("static_deps"), Strings("exports_filter"), Strings("user_link_flags"),
                Unordered("additional_linker_inputs"), Label("win_def_file"), String("shared_lib_name"),
                Bool("experimental_disable_topo_sort_do_not_use_remove_before_7_0"),
            ])
        { Implementation = new CcSharedLibraryRule() });
        Add(new RuleClass(
            "cc_import",
            [
                Unordered("hdrs"), Label("static_library"), Label("pic_static_library"), Label("shared_library"), Label("interface_library"),
                Labels("objects"), Labels("pic_objects"), Labels("deps"), Bool("system_provided"), Bool("alwayslink"), Strings("linkopts"),
                Strings("includes"), String("include_prefix"), String("strip_include_prefix"), Strings("defines"), Strings("local_defines"),
                Any("linkstatic"),
            ])
        { Implementation = new CcImportRule() });
        Add(new RuleClass(
            "genrule",
            [
                Labels("srcs"), Labels("tools", exec: true), Labels("exec_tools", exec: true), new() { Name = "outs", Type = AttributeType.OutputList, Mandatory = true, Configurable = false },
                String("cmd"), String("cmd_bash"), String("cmd_bat"), String("cmd_ps"), Bool("executable"), Bool("local"), String("message"),
                Bool("output_to_bindir"), Tristate("stamp"), Strings("output_licenses"), Any("heuristic_label_expansion"),
            ])
        { Implementation = new GenruleRule() });
        Add(new RuleClass("filegroup", [Labels("srcs"), String("path"), String("output_group"), Strings("output_licenses")]) { Implementation = new FilegroupRule() });
        Add(new RuleClass("alias", [Label("actual", mandatory: true)]));
        Add(new RuleClass("bind", [Label("actual")]));
        Add(new RuleClass("label_flag", [Nodep("build_setting_default", mandatory: true), Any("scope")]) { BuildSetting = new(AttributeType.Label, true) });
        Add(new RuleClass("label_setting", [Nodep("build_setting_default", mandatory: true), Any("scope")]) { BuildSetting = new(AttributeType.Label, false) });
        Add(new RuleClass(
            "config_setting",
            [
                Dict("values", false), Dict("define_values", false), new() { Name = "flag_values", Type = AttributeType.LabelKeyedStringDict, Configurable = false },
                new() { Name = "constraint_values", Type = AttributeType.LabelList, Configurable = false },
            ])
        { Implementation = new EmptyRule() });
        Add(new RuleClass("constraint_setting", [Nodep("default_constraint_value"), Any("refines")]) { Implementation = new PlatformDeclarationRule(BuiltinProviders.ConstraintSetting) });
        Add(new RuleClass("constraint_value", [Label("constraint_setting", mandatory: true)]) { Implementation = new PlatformDeclarationRule(BuiltinProviders.ConstraintValue) });
        Add(new RuleClass("platform", [Labels("constraint_values"), Labels("parents"), Dict("exec_properties"), Any("remote_execution_properties"), Strings("flags"), Labels("required_settings"), Any("missing_toolchain_error"), Any("allowed_toolchain_types"), Any("check_toolchain_types")]) { Implementation = new PlatformDeclarationRule(BuiltinProviders.Platform) });
        Add(new RuleClass("cc_toolchain_alias", []) { Implementation = new CcToolchainAliasRule() });
        Add(new RuleClass("compiler_flag", []) { Implementation = new EmptyRule() });
        Add(new RuleClass("test_suite", [Unordered("tests"), Any("args")]) { Implementation = new EmptyRule() });
        Add(new RuleClass("toolchain_type", [Any("no_match_error")]) { Implementation = new EmptyRule() });
        Add(new RuleClass("toolchain", [Label("toolchain_type"), Nodep("toolchain"), Labels("target_settings"), Any("use_target_platform_constraints")]) { Implementation = new EmptyRule() });
        Add(new RuleClass("environment", [Labels("fulfills")]) { Implementation = new EmptyRule() });
        Add(new RuleClass("proto_library", [Labels("srcs"), Labels("deps"), Labels("exports"), String("strip_import_prefix", "/"), String("import_prefix"), Any("allow_exports"), Any("option_deps"), Any("extension_declarations"), ProtoLibraryRule.Compiler]) { Implementation = new ProtoLibraryRule() });
        Add(new RuleClass("proto_lang_toolchain", [String("command_line", mandatory: true), String("output_files", "legacy"), String("plugin_format_flag"), Label("plugin", exec: true), Label("runtime"), Labels("blacklisted_protos"), Any("denylisted_protos"), String("progress_message", "Generating proto_library %{label}"), String("mnemonic", "GenProto"), Any("protoc_minimal_do_not_use"), Any("toolchain_type")]) { Implementation = new ProtoLangToolchainRule() });
        Add(new RuleClass("cc_proto_library", [Labels("deps"), CcProtoLibraryRule.Toolchain]) { Implementation = new CcProtoLibraryRule() });
        Add(new RuleClass("py_library", PyCommon) { Implementation = new PyLibraryRule() });
        Add(new RuleClass("py_binary", [.. PyCommon, .. PyProgram]) { Implementation = new PyBinaryRule(), IsExecutable = true });
        Add(new RuleClass("py_test", [.. CommonAttributes.Tests, .. PyCommon, .. PyProgram]) { Implementation = new PyBinaryRule(), IsExecutable = true, IsTest = true });
        Add(new RuleClass("py_runtime", [Labels("files"), Label("interpreter"), String("interpreter_path"), String("python_version"), Any("stub_shebang"), Any("bootstrap_template"), Any("coverage_tool"), Any("implementation_name"), Any("interpreter_version_info"), Any("pyc_tag"), Any("stage2_bootstrap_template"), Any("zip_main_template"), Any("site_init_template")]));
        Add(new RuleClass("sh_library", [Labels("srcs"), Labels("deps")]) { Implementation = new EmptyRule(collectFiles: true) });
        Add(new RuleClass("sh_binary", [Labels("srcs"), Labels("deps"), Strings("args"), Dict("env"), Any("use_bash_launcher")]) { IsExecutable = true, Implementation = new ShBinaryRule() });
        Add(new RuleClass("sh_test", [.. CommonAttributes.Tests, Labels("srcs"), Labels("deps"), Any("use_bash_launcher")]) { IsExecutable = true, IsTest = true, Implementation = new ShBinaryRule() });
        foreach (string name in Unlisted)
            Add(new RuleClass(name, []) { AcceptsAnyAttribute = true });
        return all;

        void Add(RuleClass ruleClass) => all.Add(ruleClass.Name, ruleClass);
    }

    /// <summary>What can be linked, and linker scripts.</summary>
    private static AttributeSchema CcDependencies(string name) =>
        Labels(name) with { AllowedFiles = [".ld", ".lds", ".ldscript"], RequiredProviders = [[BuiltinProviders.Cc]] };

    private static AttributeSchema[] PyCommon =>
    [
        Labels("srcs"), Labels("deps"), Strings("imports"), String("srcs_version"), Any("experimental_pyi_srcs"), Any("pyi_deps"), Any("pyi_srcs"),
        Any("precompile"), Any("precompile_optimize_level"), Any("precompile_source_retention"), Any("precompile_invalidation_mode"),
    ];

    private static AttributeSchema[] PyProgram =>
    [
        Label("main"), String("python_version"), Bool("legacy_create_init", true), Tristate("stamp"), Strings("args"), Dict("env"),
        Any("paropts"), Any("launcher"), Any("pyc_collection"),
    ];
}
