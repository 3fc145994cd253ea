"""What TensorFlow's test macros ask about remote execution."""

def gpu_test_tags():
    """No tag: tests are not sent anywhere."""
    return []
