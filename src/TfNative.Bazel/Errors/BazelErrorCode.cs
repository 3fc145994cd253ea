namespace TfNative.Bazel;

/// <summary>The codes of what can be wrong with a workspace or with what a project asks of it.</summary>
public static class BazelErrorCode
{
    public const string LabelSyntax = "TFN2001";
    public const string NoSuchPackage = "TFN2002";
    public const string NoSuchTarget = "TFN2003";
    public const string RepositoryNotDeclared = "TFN2004";
    public const string SelectWithoutMatch = "TFN2005";
    public const string SelectAmbiguous = "TFN2006";
    public const string DependencyCycle = "TFN2007";
    public const string MissingSource = "TFN2008";
    public const string RuleFailed = "TFN2009";
    public const string UnknownAttribute = "TFN2010";
    public const string WrongAttributeType = "TFN2011";
    public const string MissingAttribute = "TFN2012";
    public const string UnsupportedRule = "TFN2013";
    public const string DuplicateTarget = "TFN2014";
    public const string NoSuchWorkspace = "TFN2015";
    public const string PatternWithoutTarget = "TFN2016";
    public const string CompilerNotFound = "TFN2017";
    public const string NoSuchBzlFile = "TFN2018";
    public const string LoadCycle = "TFN2019";
    public const string NotVisible = "TFN2020";
    public const string EmptyGlob = "TFN2021";
    public const string MakeVariable = "TFN2022";
    public const string InvalidRepository = "TFN2024";
    public const string UndeclaredOutput = "TFN2025";
    public const string OutputConflict = "TFN2026";
    public const string UnknownFlag = "TFN2027";
    public const string MissingProvider = "TFN2028";
    public const string CrossesPackage = "TFN2030";
    public const string RepositoryRuleFailed = "TFN2031";
    public const string ProgramNotAllowed = "TFN2032";
    public const string DownloadNotDeclared = "TFN2033";
    public const string ChecksumMismatch = "TFN2034";
    public const string BazelRc = "TFN2035";
    public const string MissingToolchain = "TFN2036";
    public const string TargetPatternSyntax = "TFN2040";
    public const string Location = "TFN2041";
    public const string ShellSyntax = "TFN2042";
    public const string Patch = "TFN2043";
    public const string QuerySyntax = "TFN2044";
    public const string Query = "TFN2045";
    public const string Override = "TFN2046";
    public const string ExperimentalApi = "TFN2047";
    public const string Environment = "TFN2048";
    public const string IncompatibleTarget = "TFN2049";
    public const string Testonly = "TFN2050";
    public const string DuplicateLabel = "TFN2051";
    public const string Deprecated = "TFN2052";
}
