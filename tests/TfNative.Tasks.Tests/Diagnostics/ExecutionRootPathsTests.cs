using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Tests.Diagnostics;

public sealed class ExecutionRootPathsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tfnative").FullName;

    private string ExecutionRoot => Path.Combine(_root, "obj/execroot");

    private ExecutionRootPaths Paths => new(ExecutionRoot);

    public ExecutionRootPathsTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "ws/pkg"));
        Directory.CreateDirectory(Path.Combine(_root, "eigen"));
        Directory.CreateDirectory(Path.Combine(ExecutionRoot, "external"));
        Directory.CreateDirectory(Path.Combine(ExecutionRoot, "bazel-out/bin"));
        Directory.CreateSymbolicLink(Path.Combine(ExecutionRoot, "pkg"), Path.Combine(_root, "ws/pkg"));
        Directory.CreateSymbolicLink(Path.Combine(ExecutionRoot, "external/eigen"), Path.Combine(_root, "eigen"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_of_the_workspace_is_found_through_its_link() =>
        Assert.Equal(Path.Combine(_root, "ws/pkg/sub/a.cc"), Paths.ToSource("pkg/sub/a.cc"));

    [Fact]
    public void The_working_folder_of_debug_information_is_the_execution_root() =>
        Assert.Equal(Path.Combine(_root, "ws/pkg/sub/a.cc"), Paths.ToSource("/proc/self/cwd/pkg/sub/a.cc"));

    [Fact]
    public void A_file_of_an_external_repository_is_found_through_its_link() =>
        Assert.Equal(Path.Combine(_root, "eigen/Core"), Paths.ToSource("external/eigen/Core"));

    [Fact]
    public void A_repository_with_files_laid_over_it_is_followed_to_its_sources()
    {
        string overlay = Path.Combine(_root, "obj/external/flat");
        Directory.CreateDirectory(overlay);
        Directory.CreateSymbolicLink(Path.Combine(overlay, "src"), Path.Combine(_root, "eigen"));
        File.WriteAllText(Path.Combine(overlay, "patched.h"), "");
        Directory.CreateSymbolicLink(Path.Combine(ExecutionRoot, "external/flat"), overlay);
        Assert.Equal(Path.Combine(_root, "eigen/a.h"), Paths.ToSource("external/flat/src/a.h"));
        Assert.Equal(Path.Combine(overlay, "patched.h"), Paths.ToSource("external/flat/patched.h"));
        Assert.True(Paths.IsMade(Path.Combine(overlay, "patched.h")));
        Assert.False(Paths.IsMade(Path.Combine(overlay, "src/a.h")));
    }

    [Fact]
    public void An_absolute_path_in_the_execution_root_is_mapped_as_well() =>
        Assert.Equal(Path.Combine(_root, "ws/pkg/a.cc"), Paths.ToSource(Path.Combine(ExecutionRoot, "pkg/a.cc")));

    [Fact]
    public void A_generated_file_stays_where_it_is() =>
        Assert.Equal(Path.Combine(ExecutionRoot, "bazel-out/bin/g.h"), Paths.ToSource("bazel-out/bin/g.h"));

    [Fact]
    public void A_file_of_the_system_is_given_back_as_it_is() => Assert.Equal("/usr/include/stdio.h", Paths.ToSource("/usr/include/stdio.h"));

    [Fact]
    public void Links_that_the_user_made_in_the_sources_are_not_followed()
    {
        Directory.CreateSymbolicLink(Path.Combine(_root, "ws/pkg/link"), Path.Combine(_root, "eigen"));
        Assert.Equal(Path.Combine(_root, "ws/pkg/link/a.h"), Paths.ToSource("pkg/link/a.h"));
    }
}
