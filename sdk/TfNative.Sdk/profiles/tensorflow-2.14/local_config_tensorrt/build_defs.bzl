"""The macros of @local_config_tensorrt for a machine without TensorRT."""

# buildifier: disable=unused-variable
def if_tensorrt(if_true, if_false = []):
    """if_false: TensorRT was not found when this repository was made."""
    return if_false

def if_tensorrt_exec(if_true, if_false = []):
    """The same in the exec configuration."""
    return if_tensorrt(if_true, if_false)
