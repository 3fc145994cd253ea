"""The symbols that @bazel_features asks about."""

globals = struct(
    DefaultInfo = DefaultInfo,
    RunEnvironmentInfo = RunEnvironmentInfo,
    __TestingOnly_NeverAvailable = None,
)
