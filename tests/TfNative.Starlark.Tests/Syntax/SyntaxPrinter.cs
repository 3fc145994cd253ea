using System.Text;

namespace TfNative.Starlark.Tests.Syntax;

/// <summary>Prints a tree as Starlark, so that it can be parsed again.</summary>
internal sealed class SyntaxPrinter
{
    private readonly StringBuilder text = new();
    private int indent;

    public static string Print(StarlarkFile file)
    {
        var printer = new SyntaxPrinter();
        printer.Block(file.Statements);
        return printer.text.ToString();
    }

    private void Block(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            text.Append(' ', indent * 2);
            Print(statement);
            text.Append('\n');
        }
    }

    private void Body(IReadOnlyList<Statement> statements)
    {
        text.Append(":\n");
        indent++;
        Block(statements);
        indent--;
        text.Length--;
    }

    private void Print(Statement statement)
    {
        switch (statement)
        {
            case AssignmentStatement a:
                Print(a.Target);
                text.Append(' ').Append(a.Operator is { } op ? BinaryOperators.Symbol(op) : "").Append("= ");
                Print(a.Value);
                break;
            case ExpressionStatement e:
                Print(e.Expression);
                break;
            case ReturnStatement r:
                text.Append("return");
                if (r.Value is not null)
                    Print(" ", r.Value);
                break;
            case FlowStatement f:
                text.Append(TokenText.Of(f.Kind));
                break;
            case DefStatement d:
                text.Append("def ").Append(d.Name.Name).Append('(');
                Parameters(d.Parameters);
                text.Append(')');
                Body(d.Body);
                break;
            case ForStatement f:
                text.Append("for ");
                Print(f.Target);
                Print(" in ", f.Source);
                Body(f.Body);
                break;
            case IfStatement i:
                for (int c = 0; c < i.Clauses.Count; c++)
                {
                    if (c > 0)
                        text.Append('\n').Append(' ', indent * 2).Append("el");
                    Print("if ", i.Clauses[c].Condition);
                    Body(i.Clauses[c].Body);
                }
                if (i.Else is { } otherwise)
                {
                    text.Append('\n').Append(' ', indent * 2).Append("else");
                    Body(otherwise);
                }
                break;
            case LoadStatement l:
                text.Append("load(").Append(((Value)l.Module).Repr());
                foreach (LoadBinding b in l.Bindings)
                    text.Append(", ").Append(b.Local.Name).Append(" = ").Append(((Value)b.Exported).Repr());
                text.Append(')');
                break;
        }
    }

    private void Print(string before, Expression expression)
    {
        text.Append(before);
        Print(expression);
    }

    private void Print(Expression expression)
    {
        switch (expression)
        {
            case Identifier i: text.Append(i.Name); break;
            case Literal l: text.Append(l.Value.Repr()); break;
            case ParenExpression p: Print("(", p.Inner); text.Append(')'); break;
            case ListExpression l: text.Append('['); List(l.Elements); text.Append(']'); break;
            case TupleExpression t:
                text.Append(t.IsParenthesized ? "(" : "");
                List(t.Elements);
                text.Append(t.IsParenthesized ? t.Elements.Count == 1 ? ",)" : ")" : "");
                break;
            case DictExpression d:
                text.Append('{');
                for (int i = 0; i < d.Entries.Count; i++)
                {
                    Print(i > 0 ? ", " : "", d.Entries[i].Key);
                    Print(": ", d.Entries[i].Value);
                }
                text.Append('}');
                break;
            case UnaryExpression u:
                Print(u.Operator switch { UnaryOperator.Not => "not ", UnaryOperator.Plus => "+", UnaryOperator.Minus => "-", _ => "~" }, u.Operand);
                break;
            case BinaryExpression b:
                Print(b.Left);
                Print($" {BinaryOperators.Symbol(b.Operator)} ", b.Right);
                break;
            case ConditionalExpression c:
                Print(c.Then);
                Print(" if ", c.Condition);
                Print(" else ", c.Else);
                break;
            case DotExpression d: Print(d.Operand); text.Append('.').Append(d.Name); break;
            case IndexExpression i: Print(i.Operand); Print("[", i.Key); text.Append(']'); break;
            case SliceExpression s:
                Print(s.Operand);
                text.Append('[');
                if (s.From is not null)
                    Print(s.From);
                text.Append(':');
                if (s.To is not null)
                    Print(s.To);
                if (s.Step is not null)
                    Print(":", s.Step);
                text.Append(']');
                break;
            case CallExpression c: Call(c); break;
            case Comprehension c: Comprehend(c); break;
            case LambdaExpression l:
                text.Append("lambda ");
                Parameters(l.Parameters);
                Print(": ", l.Body);
                break;
        }
    }

    private void List(IReadOnlyList<Expression> elements)
    {
        for (int i = 0; i < elements.Count; i++)
            Print(i > 0 ? ", " : "", elements[i]);
    }

    private void Call(CallExpression call)
    {
        Print(call.Function);
        text.Append('(');
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            Argument argument = call.Arguments[i];
            text.Append(i > 0 ? ", " : "");
            text.Append(argument.Kind switch { ArgumentKind.Star => "*", ArgumentKind.StarStar => "**", ArgumentKind.Keyword => argument.Name + " = ", _ => "" });
            Print(argument.Value);
        }
        text.Append(')');
    }

    private void Comprehend(Comprehension comprehension)
    {
        text.Append(comprehension.Value is null ? '[' : '{');
        Print(comprehension.Body);
        if (comprehension.Value is not null)
            Print(": ", comprehension.Value);
        foreach (ComprehensionClause clause in comprehension.Clauses)
        {
            if (clause.Target is not null)
                Print(" for ", clause.Target);
            Print(clause.Target is null ? " if " : " in ", clause.Source);
        }
        text.Append(comprehension.Value is null ? ']' : '}');
    }

    private void Parameters(IReadOnlyList<ParameterSyntax> parameters)
    {
        bool star = false;
        for (int i = 0; i < parameters.Count; i++)
        {
            ParameterSyntax p = parameters[i];
            text.Append(i > 0 ? ", " : "");
            if (p.Kind == ParameterKind.KeywordOnly && !star)
                text.Append("*, ");
            star |= p.Kind is ParameterKind.KeywordOnly or ParameterKind.VarArgs;
            text.Append(p.Kind switch { ParameterKind.VarArgs => "*", ParameterKind.KwArgs => "**", _ => "" }).Append(p.Name.Name);
            if (p.Default is not null)
                Print(" = ", p.Default);
        }
    }
}
