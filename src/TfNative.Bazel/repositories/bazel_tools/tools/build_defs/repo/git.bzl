"""Repositories that Bazel would clone. They must be declared by the project."""

def _impl(ctx):
    ctx.download_and_extract([ctx.attr.remote], "", "")

_ATTRS = {
    "branch": attr.string(),
    "build_file": attr.label(allow_single_file = True),
    "build_file_content": attr.string(),
    "commit": attr.string(),
    "init_submodules": attr.bool(),
    "patch_args": attr.string_list(default = ["-p0"]),
    "patches": attr.label_list(),
    "recursive_init_submodules": attr.bool(),
    "remote": attr.string(mandatory = True),
    "shallow_since": attr.string(),
    "strip_prefix": attr.string(),
    "tag": attr.string(),
    "verbose": attr.bool(),
}

git_repository = repository_rule(implementation = _impl, attrs = _ATTRS)

new_git_repository = repository_rule(implementation = _impl, attrs = _ATTRS)
