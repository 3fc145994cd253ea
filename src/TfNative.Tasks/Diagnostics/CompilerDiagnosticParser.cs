using System.Globalization;
using System.Text.RegularExpressions;
using TfNative.Execution;

namespace TfNative.Tasks.Diagnostics;

/// <summary>Finds the errors and warnings in what gcc, clang, their assemblers or a linker printed.</summary>
/// <remarks>Code excerpts, carets and "In function" lines are dropped: an error list shows the source itself. What only
/// repeats that there were errors ("compilation terminated", "ld returned 1 exit status") is dropped when an error was
/// found.</remarks>
public sealed class CompilerDiagnosticParser
{
    private readonly List<CompilerDiagnostic> _found = [];
    private readonly List<string> _context = [];
    private CompilerDiagnostic? _current;
    private List<string> _notes = [];
    private string? _generator;

    /// <param name="output">The standard output and error of one action, whole.</param>
    /// <returns>The diagnostics in the order of the text; empty when none was recognised.</returns>
    public static IReadOnlyList<CompilerDiagnostic> Parse(string output)
    {
        var parser = new CompilerDiagnosticParser();
        foreach (string line in AnsiText.Strip(output).Split('\n'))
            parser.Read(line.TrimEnd('\r'));
        parser.Finish();
        return parser.WithoutSummaries();
    }

    private void Read(string line)
    {
        if (DiagnosticLine.OfGenerator().Match(line) is { Success: true } generated)
            ReadGenerator(generated);
        else if (_generator is not null && line.StartsWith("  ", StringComparison.Ordinal))
            Start(_generator, null, 0, 0, line.Trim(), DiagnosticCodes.GeneratorError, DiagnosticCodes.GeneratorWarning);
        else if (DiagnosticLine.Located().Match(line) is { Success: true } located)
            ReadLocated(located);
        else if (DiagnosticLine.IncludedFrom().Match(line) is { Success: true } included)
            AddContext("included from " + included.Groups["where"].Value);
        else if (DiagnosticLine.InstantiatedFrom().IsMatch(line))
            AddContext(line);
        else if (DiagnosticLine.OfTool().Match(line) is { Success: true } tool && IsTool(tool.Groups["tool"].Value))
            ReadTool(tool);
        else if (DiagnosticLine.OfLinker().Match(line) is { Success: true } linker)
            ReadLinker(linker.Groups["text"].Value);
        else if (DiagnosticLine.LinkerError().IsMatch(line))
            ReadLinker(line);
        else if (line.StartsWith(">>> ", StringComparison.Ordinal) && _current is not null)
            AddPlace(line);
        // flatc's heading of what follows.
        _generator = line is "error:" or "warning:" ? line[..^1] : null;
    }

    private void ReadGenerator(Match match)
    {
        string severity = match.Groups["severity"] is { Success: true } said ? said.Value : "error";
        Start(severity, match.Groups["file"].Value, Number(match.Groups["line"]), Number(match.Groups["column"]), match.Groups["text"].Value,
            DiagnosticCodes.GeneratorError, DiagnosticCodes.GeneratorWarning);
    }

    /// <summary>lld and mold name the object in the message and the line of the source in what follows.</summary>
    private void AddPlace(string line)
    {
        _notes.Add(line[4..]);
        if (_current!.File is null && DiagnosticLine.LinkerPlace().Match(line) is { Success: true } place)
            _current = _current with { File = place.Groups["file"].Value, Line = Number(place.Groups["line"]) };
    }

    private void ReadLocated(Match match)
    {
        string severity = match.Groups["severity"].Value;
        if (severity is "note" or "remark")
        {
            if (_current is not null)
                _notes.Add($"{match.Groups["file"].Value}:{match.Groups["line"].Value}: {severity}: {match.Groups["text"].Value}");
            return;
        }

        Start(severity, match.Groups["file"].Value, Number(match.Groups["line"]), Number(match.Groups["column"]), match.Groups["text"].Value,
            DiagnosticCodes.CompilerError, DiagnosticCodes.CompilerWarning);
    }

    private void ReadTool(Match match)
    {
        string tool = match.Groups["tool"].Value;
        bool linker = IsLinker(tool);
        string text = match.Groups["text"].Value;
        if (match.Groups["severity"].Value == "note")
            _notes.Add(text);
        else
            Start(match.Groups["severity"].Value, null, 0, 0, tool + ": " + text,
                linker ? DiagnosticCodes.LinkerError : DiagnosticCodes.CompilerError,
                linker ? DiagnosticCodes.LinkerWarning : DiagnosticCodes.CompilerWarning);
    }

    private void ReadLinker(string text)
    {
        if (text.EndsWith(':') && text.Contains(": in function ", StringComparison.Ordinal))
        {
            AddContext(text.TrimEnd(':'));
            return;
        }

        if (text.StartsWith("NOTE: ", StringComparison.Ordinal))
        {
            _notes.Add(text);
            return;
        }

        if (DiagnosticLine.LinkerWarning().Match(text) is { Success: true } warning)
        {
            Start("warning", null, 0, 0, "ld: " + warning.Groups["object"].Value + warning.Groups["text"].Value,
                DiagnosticCodes.LinkerError, DiagnosticCodes.LinkerWarning);
            return;
        }

        Match error = DiagnosticLine.LinkerError().Match(text);
        string? file = error.Groups["file"] is { Success: true } group ? group.Value : null;
        Start("error", file, Number(error.Groups["line"]), 0, error.Success ? error.Groups["text"].Value : "ld: " + text,
            DiagnosticCodes.LinkerError, DiagnosticCodes.LinkerWarning);
    }

    private void Start(string severity, string? file, int line, int column, string text, string errorCode, string warningCode)
    {
        Finish();
        bool warning = severity is "warning" or "Warning";
        Match flagged = DiagnosticLine.WithFlag().Match(text);
        string code = flagged.Success ? flagged.Groups["flag"].Value : warning ? warningCode : errorCode;
        string message = flagged.Success ? flagged.Groups["text"].Value : text;
        if (severity is "internal compiler error" or "sorry, unimplemented")
            message = severity + ": " + message;
        _current = new CompilerDiagnostic(
            warning ? CompilerDiagnosticSeverity.Warning : CompilerDiagnosticSeverity.Error, file, line, column, code, message, []);
        _notes = [.. _context];
        _context.Clear();
    }

    /// <summary>What comes before a message (its includes, its instantiations) ends the one before it.</summary>
    private void AddContext(string text)
    {
        Finish();
        _context.Add(text);
    }

    private void Finish()
    {
        if (_current is not null)
            _found.Add(_current with { Notes = _notes });
        _current = null;
        _notes = [];
    }

    private List<CompilerDiagnostic> WithoutSummaries()
    {
        var real = _found.FindAll(diagnostic => !IsSummary(diagnostic.Message));
        return real.Exists(diagnostic => diagnostic.Severity == CompilerDiagnosticSeverity.Error) ? real : _found;
    }

    private static bool IsSummary(string message) =>
        message.EndsWith("exit status", StringComparison.Ordinal)
        || message.Contains("ld returned ", StringComparison.Ordinal)
        || message.Contains("linker command failed", StringComparison.Ordinal);

    private static bool IsTool(string name) =>
        IsLinker(name) || name[0] == '<' || name is "cc1" or "cc1plus" or "as" or "lto1" or "lto-wrapper"
        || name.Contains("gcc", StringComparison.Ordinal)
        || name.Contains("g++", StringComparison.Ordinal)
        || name.Contains("clang", StringComparison.Ordinal);

    private static bool IsLinker(string name) =>
        name is "collect2" or "ld" or "mold" || name.StartsWith("ld.", StringComparison.Ordinal) || name.EndsWith("-ld", StringComparison.Ordinal);

    private static int Number(Group group) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
