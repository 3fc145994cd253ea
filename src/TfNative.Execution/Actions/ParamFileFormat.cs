namespace TfNative.Execution;

/// <summary>Bazel's formats of a response file (Args.set_param_file_format, and ParameterFileType for gcc's).</summary>
public enum ParamFileFormat : byte
{
    /// <summary>One argument a line, quoted as for a POSIX shell.</summary>
    ShellQuoted,

    /// <summary>One argument a line, as it is.</summary>
    Multiline,

    /// <summary>One argument a line, quoted as gcc, ld and ar read their @file (libiberty's buildargv).</summary>
    GccQuoted,

    /// <summary>One flag and its value a line: a line ends before each argument that starts with "--".</summary>
    FlagPerLine,
}
