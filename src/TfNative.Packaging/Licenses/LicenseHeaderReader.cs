using System.Text;
using System.Text.RegularExpressions;

namespace TfNative.Packaging;

/// <summary>
/// Finds the licence that a source file names in its first lines: an SPDX tag (https://spdx.dev/learn/handling-license-info/),
/// or the words of a licence that is in wide use.
/// </summary>
public static partial class LicenseHeaderReader
{
    /// <summary>Headers that matter stand at the beginning.</summary>
    private const int HeaderBytes = 8 * 1024;

    // Words that only this licence's customary header has; the first that is found counts.
    private static readonly (string Words, string Expression)[] Known =
    [
        ("Licensed under the Apache License, Version 2.0", "Apache-2.0"),
        ("under the Apache License v2.0 with LLVM Exceptions", "Apache-2.0 WITH LLVM-exception"),
        ("subject to the terms of the Mozilla Public License", "MPL-2.0"),
        ("terms of the Mozilla Public License v. 2.0", "MPL-2.0"),
        ("Boost Software License, Version 1.0", "BSL-1.0"),
        ("Permission is hereby granted, free of charge, to any person obtaining a copy", "MIT"),
        ("Licensed under the MIT License", "MIT"),
        ("MIT license", "MIT"),
        ("BSD-style license", "BSD-3-Clause"),
        ("This software is provided 'as-is', without any express or implied", "Zlib"),
        ("Permission to use, copy, modify, and/or distribute this software for any", "ISC"),
    ];

    /// <param name="path">The file; one that cannot be read has no licence to tell.</param>
    /// <param name="shownAs">The path to report.</param>
    public static SourceLicense Read(string path, string shownAs)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] buffer = new byte[HeaderBytes];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Parse(Encoding.UTF8.GetString(buffer, 0, length), shownAs);
    }

    public static SourceLicense Parse(string header, string shownAs)
    {
        string copyright = string.Join('\n', Copyright().Matches(header).Select(m => m.Value.Trim()).Distinct());
        if (SpdxTag().Match(header) is { Success: true } tag)
            return new(shownAs, tag.Groups[1].Value.Trim(), copyright);
        // Comment marks and line ends may stand in the middle of a sentence.
        string text = Decoration().Replace(header, " ");
        foreach ((string words, string expression) in Known)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
                return new(shownAs, expression, copyright);
        }

        return new(shownAs, Bsd(text), copyright);
    }

    /// <summary>The BSD licences differ by their clauses.</summary>
    private static string? Bsd(string text)
    {
        if (!text.Contains("Redistribution and use in source and binary forms", StringComparison.OrdinalIgnoreCase))
            return null;
        return text.Contains("Neither the name", StringComparison.OrdinalIgnoreCase) || text.Contains("may not be used to endorse", StringComparison.OrdinalIgnoreCase)
            ? "BSD-3-Clause"
            : "BSD-2-Clause";
    }

    [GeneratedRegex(@"SPDX-License-Identifier:\s*([^\r\n*]+?)\s*(?:\*/|-->|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SpdxTag();

    [GeneratedRegex(@"Copyright\s[^\r\n]*\d{4}[^\r\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"[\s/*#;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();
}
