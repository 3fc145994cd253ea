"""The Android rules that TensorFlow's BUILD files use; Android is not built for, so they declare nothing."""

# buildifier: disable=unused-variable
def android_library(name, **kwargs):
    pass

# buildifier: disable=unused-variable
def android_binary(name, **kwargs):
    pass
