namespace TfNative.Bazel;

/// <summary>Makes an override's changes to the attribute values of a rule that is being declared.</summary>
internal static class AttributeEditor
{
    /// <param name="values">The rule's values by position; changed in place.</param>
    /// <param name="labels">Reads labels as the rule's package means them.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.Override"/>: no such attribute, no list, or nothing to remove.</exception>
    public static void Apply(TargetOverride change, Label target, RuleClass ruleClass, object?[] values, LabelConverter labels)
    {
        foreach (AttributeEdit edit in change.Edits)
        {
            if (!ruleClass.TryGetAttribute(edit.Attribute, out int position))
                throw Error($"a {ruleClass.Name} has no attribute '{edit.Attribute}'" + NearestNames.Hint(edit.Attribute, ruleClass.Attributes.Where(a => !a.IsPrivate).Select(a => a.Name)));
            AttributeSchema schema = ruleClass.Attributes[position];
            object? old = ReferenceEquals(values[position], Rule.NotGiven) ? schema.Default : values[position];
            values[position] = schema.Type switch
            {
                AttributeType.LabelList => Edit(edit, old, text => labels.Convert(text), schema.IsOrderIndependent),
                AttributeType.StringList => Edit(edit, old, static text => text, schema.IsOrderIndependent),
                _ => throw Error($"attribute '{edit.Attribute}' of a {ruleClass.Name} is no list"),
            };
        }

        BazelException Error(string message) => new(BazelErrorCode.Override, $"BazelOverride '{target}': {message}", label: target);

        object Edit<T>(AttributeEdit edit, object? old, Func<string, T> convert, bool sorted)
            where T : notnull
        {
            var remove = edit.Remove.ToDictionary(convert);
            var missing = new HashSet<T>(remove.Keys);
            var offered = new List<T>();
            object? kept = old is ConfigurableValue configurable
                ? new ConfigurableValue([.. configurable.Parts.Select(part => part.Branches is null
                    ? new ConfigurablePart(Filter(part.Plain))
                    : new ConfigurablePart([.. part.Branches.Select(b => KeyValuePair.Create(b.Key, Filter(b.Value)))], part.NoMatchError))])
                : Filter(old);
            if (missing.Count > 0)
            {
                string absent = remove[missing.First()];
                throw Error($"'{absent}' cannot be removed from {edit.Attribute}: it is not there" + NearestNames.Hint(absent, offered.Select(o => o.ToString()!).Distinct()));
            }

            T[] added = [.. edit.Add.Select(convert)];
            return kept switch
            {
                _ when added.Length == 0 => kept ?? Array.Empty<T>(),
                ConfigurableValue parts => new ConfigurableValue([.. parts.Parts, new ConfigurablePart(added)]),
                T[] list => Sorted([.. list, .. added]),
                _ => added,
            };

            T[] Sorted(T[] list)
            {
                if (sorted)
                    Array.Sort(list, list is string[]? (IComparer<T>)StringComparer.Ordinal : null);
                return list;
            }

            object? Filter(object? value)
            {
                if (value is not T[] list)
                    return value;
                offered.AddRange(list);
                missing.ExceptWith(list);
                return list.Any(remove.ContainsKey) ? list.Where(item => !remove.ContainsKey(item)).ToArray() : list;
            }
        }
    }
}
