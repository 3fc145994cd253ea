namespace TfNative.Packaging.Tests.Licenses;

public class LicenseHeaderReaderTests
{
    [Theory]
    [InlineData("// SPDX-License-Identifier: MIT\nint x;", "MIT")]
    [InlineData("/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */", "GPL-2.0-only OR BSD-2-Clause")]
    [InlineData("/* Copyright 2020 A. Licensed under the Apache License, Version 2.0 (the \"License\") */", "Apache-2.0")]
    [InlineData("// Part of the LLVM Project, under the Apache License v2.0 with LLVM Exceptions.\n", "Apache-2.0 WITH LLVM-exception")]
    [InlineData("// This Source Code Form is subject to the terms of the Mozilla\n// Public License v. 2.0.", "MPL-2.0")]
    [InlineData("# Redistribution and use in source and binary forms, with or without\n# modification ... Neither the name of X", "BSD-3-Clause")]
    [InlineData("/*\n * Redistribution and use in source\n * and binary forms are permitted */", "BSD-2-Clause")]
    [InlineData("int main() {}", null)]
    public void The_licence_of_a_header_is_found_through_its_comment_marks(string header, string? expected) =>
        Assert.Equal(expected, LicenseHeaderReader.Parse(header, "a.cc").Expression);

    [Fact]
    public void Copyright_lines_are_kept_once_each() => Assert.Equal(
        "Copyright 2019 A\nCopyright (c) 2020-2021 B",
        LicenseHeaderReader.Parse("// Copyright 2019 A\n// Copyright (c) 2020-2021 B\n// Copyright 2019 A\n", "a.cc").Copyright);

    [Fact]
    public void A_policy_names_each_file_that_it_forbids()
    {
        SourceLicense[] sources = [new("a.c", "MIT", ""), new("b.c", "GPL-3.0-only", ""), new("c.c", null, "")];
        Assert.Equal(["b.c: GPL-3.0-only", "c.c: its header names no licence"], LicensePolicy.Check(["MIT"], sources, unknownAllowed: false));
        Assert.Equal(["b.c: GPL-3.0-only"], LicensePolicy.Check(["MIT"], sources, unknownAllowed: true));
        Assert.Empty(LicensePolicy.Check([], sources, unknownAllowed: false));
    }
}
