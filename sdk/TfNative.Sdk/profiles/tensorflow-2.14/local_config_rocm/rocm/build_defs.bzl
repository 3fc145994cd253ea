"""The macros of @local_config_rocm for a machine without ROCm."""

def if_rocm(if_true, if_false = []):
    """if_true when ROCm is switched on by --define=using_rocm_hipcc=true."""
    return select({
        "@local_config_rocm//rocm:using_hipcc": if_true,
        "//conditions:default": if_false,
    })

# buildifier: disable=unused-variable
def if_rocm_is_configured(x):
    """Nothing: ROCm was not found when this repository was made."""
    return select({"//conditions:default": []})

# buildifier: disable=unused-variable
def if_rocm_hipblaslt(x):
    """Nothing: there is no hipBLASLt."""
    return select({"//conditions:default": []})

def rocm_default_copts():
    """Options of ROCm compilations."""
    return if_rocm(["-x", "rocm"])

def rocm_copts(opts = []):
    """Options of compilations that may be for ROCm."""
    return rocm_default_copts() + if_rocm_is_configured(opts)

def rocm_gpu_architectures():
    """No processor to compile for."""
    return []

def rocm_version_number():
    """No version."""
    return 0

def rocm_hipblaslt():
    """There is no hipBLASLt."""
    return False

def rocm_library(copts = [], **kwargs):
    """A cc_library that may hold ROCm code."""
    native.cc_library(copts = rocm_default_copts() + copts, **kwargs)
