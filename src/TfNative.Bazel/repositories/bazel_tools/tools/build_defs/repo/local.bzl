"""Repositories that are folders on this machine."""

def _impl(ctx):
    fail("declare a BazelRepository item with Path=\"%s\"" % ctx.attr.path)

local_repository = repository_rule(implementation = _impl, attrs = {"path": attr.string(mandatory = True)})

new_local_repository = repository_rule(implementation = _impl, attrs = {
    "build_file": attr.label(),
    "build_file_content": attr.string(),
    "path": attr.string(mandatory = True),
})
