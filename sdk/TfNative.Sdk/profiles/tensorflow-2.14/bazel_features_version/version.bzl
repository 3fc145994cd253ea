"""The version of Bazel whose language is spoken."""

version = "7.7.1"
