namespace TfNative.Bazel;

/// <summary>
/// Reads labels. Written by hand, unlike the other small grammars: a large workspace has some 100,000 of them, and
/// most name a target of the package that they stand in, which then costs one string.
/// </summary>
/// <remarks>Rules and messages: Bazel 7, LabelParser.java and Label.parseWithPackageContext.</remarks>
internal static class LabelParser
{
    public static Label Parse(string text, PackageId context, Func<string, string>? repositoryMapping)
    {
        if (text.StartsWith('@'))
            return ParseWithRepository(text, context, repositoryMapping);
        if (text.StartsWith("//", StringComparison.Ordinal))
            return ParseAbsolute(text, 2, context.Repository, text, context);

        int colon = text.IndexOf(':');
        if (colon > 0)
        {
            // "foo/bar:baz" is for the command line only.
            LabelValidator.CheckPackageName(text[..colon], text[(colon + 1)..]);
            throw LabelValidator.Error($"invalid label '{text}': absolute label must begin with '@' or '//'");
        }

        RejectTripleDots(text, text.AsSpan());
        string name = colon == 0 ? text[1..] : text;
        return new Label(context, LabelValidator.CheckTargetName(name, packagePath: ""), validated: true);
    }

    private static Label ParseWithRepository(string text, PackageId context, Func<string, string>? repositoryMapping)
    {
        int start = text.StartsWith("@@", StringComparison.Ordinal) ? 2 : 1;
        int slashes = text.IndexOf("//", StringComparison.Ordinal);
        string name = slashes < 0 ? text[start..] : text[start..slashes];
        RepositoryName repository = Resolve(name, canonical: start == 2, context, repositoryMapping);
        if (slashes >= 0)
            return ParseAbsolute(text, slashes + 2, repository, text, context);

        // "@foo" is "@foo//:foo".
        return new Label(new PackageId(repository, ""), LabelValidator.CheckTargetName(name, packagePath: ""), validated: true);
    }

    private static RepositoryName Resolve(string name, bool canonical, PackageId context, Func<string, string>? mapping)
    {
        LabelValidator.CheckRepositoryName(name);
        if (!canonical && name.Length > 0 && mapping is not null)
            name = mapping(name);
        if (name.Length == 0)
            return RepositoryName.Main;
        return name == context.Repository.Name ? context.Repository : new RepositoryName(name);
    }

    private static Label ParseAbsolute(string text, int start, RepositoryName repository, string raw, PackageId context)
    {
        int colon = text.IndexOf(':', start);
        ReadOnlySpan<char> path = text.AsSpan(start, (colon < 0 ? text.Length : colon) - start);
        RejectTripleDots(raw, path);

        // "//foo/bar" is "//foo/bar:bar".
        string name = colon < 0 ? path[(path.LastIndexOf('/') + 1)..].ToString() : text[(colon + 1)..];
        if (start == 2 && !repository.IsMain && IsAlwaysInMainRepository(path))
            repository = RepositoryName.Main;

        PackageId package = context;
        if (!path.SequenceEqual(context.Path) || !ReferenceEquals(repository, context.Repository))
        {
            string packagePath = path.ToString();
            LabelValidator.CheckPackageName(packagePath, name);
            package = new PackageId(repository, packagePath);
        }

        return new Label(package, LabelValidator.CheckTargetName(name, package.Path), validated: true);
    }

    /// <summary>//conditions:default, //visibility:public and //external:x mean the same in every repository.</summary>
    private static bool IsAlwaysInMainRepository(ReadOnlySpan<char> path) =>
        path is "conditions" or "visibility" or "external";

    private static void RejectTripleDots(string raw, ReadOnlySpan<char> path)
    {
        if (path.EndsWith("/...", StringComparison.Ordinal) || path is "...")
            throw LabelValidator.Error($"invalid label '{raw}': package name cannot contain '...'");
    }
}
