namespace TfNative.Bazel;

/// <summary>The argument segments that all compiles of a target share, one for each language.</summary>
internal sealed class TargetFlags
{
    private readonly RuleContext context;
    private readonly CcCompileRequest request;
    private readonly string[]?[] user = new string[]?[3];

    public TargetFlags(RuleContext context, CcCompileRequest request)
    {
        this.context = context;
        this.request = request;
        Trailing = context.Environment.CompileFlags(context.Configuration, []).Trailing;
    }

    /// <summary>After all others.</summary>
    public string[] Trailing { get; }

    /// <summary>The compiler and its flags for the mode and language of a source.</summary>
    public string[] Leading(string source)
    {
        CompileFlagTable table = context.Environment.CompileFlags(context.Configuration, request.Features);
        return CcSources.IsCxx(source) ? table.Cxx : CcSources.IsAssembler(source) ? table.Assembler : table.C;
    }

    /// <summary>Options of the project and of the target.</summary>
    public string[] User(string source)
    {
        int language = CcSources.IsCxx(source) ? 0 : CcSources.IsC(source) ? 1 : 2;
        return user[language] ??= Make(language);
    }

    private string[] Make(int language)
    {
        BuildOptions options = context.Configuration.Options;
        IReadOnlyList<string> ofLanguage = language switch
        {
            0 => [.. options.CxxOpts, .. request.CxxOpts],
            1 => [.. options.ConlyOpts, .. request.ConlyOpts],
            _ => [],
        };
        return [.. options.Copts, .. ofLanguage, .. request.Copts];
    }
}
