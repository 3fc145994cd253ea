namespace TfNative.Bazel;

/// <summary>What is done with two sets.</summary>
internal enum QueryOperator
{
    Union,
    Except,
    Intersect,
}
