"""Configuration rules load these for Windows, where they look for Visual C++. Elsewhere they never call them."""

def _windows_only(repository_ctx, *args, **kwargs):
    fail("Visual C++ is looked for on Windows only")

find_vc_path = _windows_only
find_msvc_tool = _windows_only
setup_vc_env_vars = _windows_only
