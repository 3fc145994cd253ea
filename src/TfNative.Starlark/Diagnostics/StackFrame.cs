using System.Text;

namespace TfNative.Starlark;

/// <summary>One active call: the function (<c>&lt;toplevel&gt;</c> for a file's statements) and where in it we are.</summary>
public sealed class StackFrame
{
    private readonly SourceText source;
    private readonly int offset;

    internal StackFrame(string function, SourceText source, int offset)
    {
        Function = function;
        this.source = source;
        this.offset = offset;
    }

    public string Function { get; }

    public Location Location => source.GetLocation(offset);

    public string SourceLine => source.GetLine(offset);

    internal void Append(StringBuilder text)
    {
        Location at = Location;
        text.Append("  File \"").Append(at.File).Append("\", line ").Append(at.Line).Append(", column ").Append(at.Column)
            .Append(", in ").Append(Function).Append('\n');
        string line = SourceLine.Trim();
        text.Append("    ").Append(line.Length > 160 ? line[..160] : line).Append('\n');
    }

    public override string ToString() => $"{Location}: in {Function}";
}
