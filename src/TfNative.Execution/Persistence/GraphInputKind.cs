namespace TfNative.Execution;

internal enum GraphInputKind
{
    File,
    Folder,
    Value,
}
