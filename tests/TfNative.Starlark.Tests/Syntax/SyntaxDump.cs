using System.Collections;
using System.Reflection;
using System.Text;

namespace TfNative.Starlark.Tests.Syntax;

/// <summary>The structure of a tree as text, without positions: equal for equal trees.</summary>
internal static class SyntaxDump
{
    public static string Dump(StarlarkFile file)
    {
        var text = new StringBuilder();
        foreach (Statement statement in file.Statements)
            Append(text, statement);
        return text.ToString();
    }

    // Every public property but the positions takes part, so that a new one cannot be forgotten.
    private static void Append(StringBuilder text, object? node)
    {
        switch (node)
        {
            case null: text.Append("null "); return;
            case string or Enum: text.Append(node).Append(' '); return;
            case bool flag: text.Append(flag ? "true " : "false "); return;
            case Value value: text.Append(value.TypeName).Append(':').Append(value.Repr()).Append(' '); return;
            case IEnumerable list:
                text.Append('[');
                foreach (object? item in list)
                    Append(text, item);
                text.Append(']');
                return;
        }
        text.Append('(').Append(node.GetType().Name).Append(' ');
        foreach (PropertyInfo property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType != typeof(int))
                Append(text, property.GetValue(node));
        }
        text.Append(')');
    }
}
