"""Tells runfiles.py what the main repository is called."""

def _workspace_name_impl(ctx):
    module = ctx.actions.declare_file(ctx.label.name + ".py")
    ctx.actions.write(module, "NAME = %r\n" % ctx.workspace_name)
    return DefaultInfo(files = depset([module]), runfiles = ctx.runfiles([module]))

workspace_name = rule(implementation = _workspace_name_impl)
