namespace TfNative.Bazel;

/// <summary>What a function takes.</summary>
internal enum QueryArgumentType
{
    Expression,
    Word,
    Integer,
}
