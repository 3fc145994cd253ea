namespace TfNative.Bazel;

/// <summary>cc_proto_library() (https://bazel.build/reference/be/c-cpp#cc_proto_library; Bazel's cc_proto_library.bzl).</summary>
internal sealed class CcProtoLibraryRule : IRuleImplementation
{
    /// <summary>How protoc makes C++.</summary>
    public static readonly AttributeSchema Toolchain = new()
    {
        Name = "_aspect_cc_proto_toolchain",
        Type = AttributeType.Label,
        ComputedDefault = new ConfigurationField("proto", "proto_toolchain_for_cc"),
    };

    public ProviderCollection Analyze(RuleContext context)
    {
        if (context.Prerequisites("deps") is not [{ } proto])
            throw context.AttributeError("deps", "'deps' attribute must contain exactly one label");
        var toolchain = context.Prerequisite(Toolchain.Name)?.Providers.Get(BuiltinProviders.ProtoLangToolchain) as ProtoLangToolchain
            ?? throw context.Error(BazelErrorCode.MissingProvider, "there is no proto_lang_toolchain for C++; declare the repository com_google_protobuf with a target //:cc_toolchain");
        CcProto made = CcProto.Of(context, proto, toolchain);
        return new ProviderCollection()
            .Add(made.Info)
            .Add(new OutputGroupInfo(new Dictionary<string, Depset>()))
            .Add(new DefaultInfo(made.Files, null, Runfiles.Empty, context.FileValues));
    }
}
