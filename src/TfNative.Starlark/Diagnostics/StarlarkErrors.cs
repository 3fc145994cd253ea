namespace TfNative.Starlark;

/// <summary>The codes of this library's errors. Codes are never given a new meaning.</summary>
public static class StarlarkErrors
{
    /// <summary>A character or literal that is not a token: open string, bad escape, bad number, bad indentation.</summary>
    public const string Token = "TFN1001";

    /// <summary>Tokens that form no statement or expression.</summary>
    public const string Syntax = "TFN1101";

    /// <summary>Well-formed, but not allowed in this kind of file (<c>def</c> in a BUILD file, top-level <c>for</c>).</summary>
    public const string Dialect = "TFN1102";

    /// <summary>A name that nothing defines.</summary>
    public const string UndefinedName = "TFN1201";

    /// <summary>A name bound where it may not be: a global bound twice, a duplicate parameter.</summary>
    public const string Binding = "TFN1202";

    /// <summary>A statement outside the construct it belongs to: <c>return</c> outside a function, ...</summary>
    public const string Placement = "TFN1203";

    /// <summary>Evaluation failed: wrong type, missing key, division by zero, ...</summary>
    public const string Evaluation = "TFN1301";

    /// <summary>The program called <c>fail</c>.</summary>
    public const string Fail = "TFN1302";

    /// <summary>A frozen value, or one that is being iterated over, was changed.</summary>
    public const string Frozen = "TFN1303";

    /// <summary>A limit on nesting, call depth, steps or size was reached.</summary>
    public const string Limit = "TFN1401";

    /// <summary>A value contains itself, or is nested too deeply to be walked.</summary>
    public const string Nesting = "TFN1403";

    /// <summary>The host cancelled the evaluation.</summary>
    public const string Cancelled = "TFN1402";

    /// <summary>A loaded module is missing, fails, lacks a name, or loads itself.</summary>
    public const string Load = "TFN1501";
}
