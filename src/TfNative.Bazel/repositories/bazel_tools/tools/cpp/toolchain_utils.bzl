"""How rules ask for the C++ toolchain."""

CPP_TOOLCHAIN_TYPE = "@bazel_tools//tools/cpp:toolchain_type"

def find_cpp_toolchain(ctx, *, mandatory = True):
    """The CcToolchainInfo of a rule's context."""
    if CPP_TOOLCHAIN_TYPE in ctx.toolchains:
        info = ctx.toolchains[CPP_TOOLCHAIN_TYPE]
        return info.cc if hasattr(info, "cc") else info
    if hasattr(ctx.attr, "_cc_toolchain"):
        return ctx.attr._cc_toolchain[cc_common.CcToolchainInfo]
    if mandatory:
        fail("a rule that calls find_cpp_toolchain needs toolchains = use_cpp_toolchain()")
    return None

def find_cc_toolchain(ctx, *, mandatory = True):
    return find_cpp_toolchain(ctx, mandatory = mandatory)

def use_cpp_toolchain(mandatory = False):
    return [config_common.toolchain_type(CPP_TOOLCHAIN_TYPE, mandatory = mandatory)]

def use_cc_toolchain(mandatory = False):
    return use_cpp_toolchain(mandatory = mandatory)
