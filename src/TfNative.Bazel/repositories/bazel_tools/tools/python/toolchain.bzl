"""Python toolchains."""

def _py_runtime_pair_impl(ctx):
    return [platform_common.ToolchainInfo(
        py2_runtime = None,
        py3_runtime = ctx.attr.py3_runtime[PyRuntimeInfo] if ctx.attr.py3_runtime and PyRuntimeInfo in ctx.attr.py3_runtime else None,
    )]

py_runtime_pair = rule(
    implementation = _py_runtime_pair_impl,
    attrs = {
        "py2_runtime": attr.label(),
        "py3_runtime": attr.label(),
    },
)
