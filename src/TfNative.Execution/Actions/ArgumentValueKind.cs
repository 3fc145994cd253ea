namespace TfNative.Execution;

/// <summary>What a value of an <see cref="ArgumentList"/> stands for.</summary>
public enum ArgumentValueKind : byte
{
    /// <summary>Itself.</summary>
    Text,

    /// <summary>The files that a folder holds when the action runs.</summary>
    Files,

    /// <summary>What <see cref="ArgumentList.Function"/> makes of the folder when the action runs.</summary>
    Folder,
}
