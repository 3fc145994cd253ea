"""Helpers of repository rules."""

def maybe(repo_rule, name, **kwargs):
    if not native.existing_rule(name):
        repo_rule(name = name, **kwargs)

def workspace_and_buildfile(ctx):
    if ctx.attr.build_file:
        ctx.symlink(ctx.attr.build_file, "BUILD.bazel")
    elif ctx.attr.build_file_content:
        ctx.file("BUILD.bazel", ctx.attr.build_file_content)

def patch(ctx, patches = None, patch_cmds = None, patch_cmds_win = None, patch_tool = None, patch_args = None, auth = None):
    for file in (patches if patches != None else ctx.attr.patches):
        args = patch_args if patch_args != None else ctx.attr.patch_args
        ctx.patch(file, int(args[-1][2:]) if args else 0)

def update_attrs(orig, keys, override):
    result = {key: getattr(orig, key) for key in keys if getattr(orig, key) != None}
    result["name"] = orig.name
    result.update(override)
    return result

def get_auth(ctx, urls):
    return {}

def read_netrc(ctx, filename):
    return {}

def read_user_netrc(ctx):
    return {}

def use_netrc(netrc, urls, patterns):
    return {}

def parse_netrc(contents, filename = None):
    return {}
