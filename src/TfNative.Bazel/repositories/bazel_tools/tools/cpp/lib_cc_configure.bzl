"""What configuration rules of other repositories load from here: how they fail, and the environment that they read."""

def auto_configure_fail(msg):
    fail("\nAuto-Configuration Error: %s\n" % msg)

def auto_configure_warning(msg):
    print("\nAuto-Configuration Warning: %s\n" % msg)

def escape_string(arg):
    """Text for a template in which % begins a variable."""
    return None if arg == None else str(arg).replace("%", "%%")

def get_env_var(repository_ctx, name, default = None, enable_warning = True):
    """An environment variable, or the default, or an error where there is neither."""
    value = repository_ctx.os.environ.get(name)
    if value != None:
        return value
    if default == None:
        auto_configure_fail("'%s' environment variable is not set" % name)
    elif enable_warning:
        auto_configure_warning("'%s' environment variable is not set, using '%s' as default" % (name, default))
    return default
