"""Java archives, which no build here needs."""

def _impl(ctx):
    ctx.download(ctx.attr.server_urls, "file.jar", ctx.attr.artifact_sha256)

java_import_external = repository_rule(implementation = _impl, attrs = {
    "artifact_sha256": attr.string(),
    "server_urls": attr.string_list(),
})
