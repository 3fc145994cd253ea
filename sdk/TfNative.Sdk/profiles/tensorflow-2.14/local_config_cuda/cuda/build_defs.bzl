"""The macros of @local_config_cuda for a machine without CUDA."""

def if_cuda(if_true, if_false = []):
    """if_true when CUDA is switched on by //:enable_cuda."""
    return select({
        "@local_config_cuda//:is_cuda_enabled": if_true,
        "//conditions:default": if_false,
    })

def if_cuda_exec(if_true, if_false = []):
    """The same in the exec configuration."""
    return if_cuda(if_true, if_false)

def if_cuda_clang(if_true, if_false = []):
    """if_true when CUDA code is compiled by clang."""
    return select({
        "@local_config_cuda//cuda:using_clang": if_true,
        "//conditions:default": if_false,
    })

def if_cuda_clang_opt(if_true, if_false = []):
    """if_true when CUDA code is compiled by clang and optimised."""
    return select({
        "@local_config_cuda//cuda:using_clang_opt": if_true,
        "//conditions:default": if_false,
    })

# buildifier: disable=unused-variable
def cuda_compiler(if_cuda_clang, if_nvcc, neither = []):
    """neither: there is no CUDA compiler."""
    return select({"//conditions:default": neither})

# buildifier: disable=unused-variable
def if_cuda_is_configured(x, no_cuda = []):
    """no_cuda: CUDA was not found when this repository was made."""
    return select({"//conditions:default": no_cuda})

def cuda_gpu_architectures():
    """No processor to compile for."""
    return []

def cuda_default_copts():
    """Options of CUDA compilations."""
    return if_cuda(["-x", "cuda", "-DGOOGLE_CUDA=1"]) + if_cuda_clang_opt(["-O3"])

def cuda_library(copts = [], **kwargs):
    """A cc_library that may hold CUDA code."""
    native.cc_library(copts = cuda_default_copts() + copts, **kwargs)

def cuda_cc_test(copts = [], **kwargs):
    """A cc_test that may use CUDA."""
    native.cc_test(copts = copts + if_cuda(["-DGOOGLE_CUDA=1"]), **kwargs)

EnableCudaInfo = provider("Whether CUDA is switched on.", fields = ["value"])

def _enable_cuda_flag_impl(ctx):
    return EnableCudaInfo(value = ctx.attr.enable_override or ctx.build_setting_value)

enable_cuda_flag = rule(
    implementation = _enable_cuda_flag_impl,
    build_setting = config.bool(flag = True),
    attrs = {"enable_override": attr.bool()},
)
