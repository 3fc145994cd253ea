HOST_CONSTRAINTS = [
    "@platforms//cpu:x86_64",
    "@platforms//os:linux",
]
