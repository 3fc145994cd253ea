"""Repositories that Bazel would download. Here they are served from what the project declares."""

_COMMON = {
    "auth_patterns": attr.string_dict(),
    "build_file": attr.label(allow_single_file = True),
    "build_file_content": attr.string(),
    "canonical_id": attr.string(),
    "integrity": attr.string(),
    "netrc": attr.string(),
    "patch_args": attr.string_list(default = ["-p0"]),
    "patch_cmds": attr.string_list(),
    "patch_cmds_win": attr.string_list(),
    "patch_tool": attr.string(),
    "patches": attr.label_list(),
    "remote_patch_strip": attr.int(default = 0),
    "remote_patches": attr.string_dict(),
    "sha256": attr.string(),
    "strip_prefix": attr.string(),
    "type": attr.string(),
    "url": attr.string(),
    "urls": attr.string_list(),
    "workspace_file": attr.label(),
    "workspace_file_content": attr.string(),
}

def _urls(ctx):
    return ctx.attr.urls + ([ctx.attr.url] if ctx.attr.url else [])

def _http_archive_impl(ctx):
    ctx.download_and_extract(_urls(ctx), "", ctx.attr.sha256, ctx.attr.type, ctx.attr.strip_prefix)
    if ctx.attr.build_file:
        ctx.symlink(ctx.attr.build_file, "BUILD.bazel")
    elif ctx.attr.build_file_content:
        ctx.file("BUILD.bazel", ctx.attr.build_file_content)
    for patch in ctx.attr.patches:
        ctx.patch(patch, int(ctx.attr.patch_args[-1][2:]) if ctx.attr.patch_args else 0)

def _http_file_impl(ctx):
    name = ctx.attr.downloaded_file_path or "downloaded"
    ctx.download(_urls(ctx), "file/" + name, ctx.attr.sha256, ctx.attr.executable)
    ctx.file("file/BUILD", "filegroup(name = \"file\", srcs = [\"%s\"], visibility = [\"//visibility:public\"])\n" % name)

http_archive = repository_rule(implementation = _http_archive_impl, attrs = _COMMON)

http_jar = repository_rule(implementation = _http_file_impl, attrs = dict(
    _COMMON,
    downloaded_file_path = attr.string(),
    executable = attr.bool(),
))

http_file = repository_rule(implementation = _http_file_impl, attrs = dict(
    _COMMON,
    downloaded_file_path = attr.string(),
    executable = attr.bool(),
))
