using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.DebianPackages;

public sealed class RequirePackagesTests
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    [Fact]
    public async Task A_command_that_is_there_installs_nothing() =>
        (await RequireAsync("apt-get() { echo started >&2; }", "bash:bash")).AssertSucceeded();

    [Fact]
    public async Task Root_installs_what_is_missing_and_only_that()
    {
        var result = await RequireAsync("id() { echo 0; }; env() { echo \"$*\" >&2; }; apt-get() { :; }", "bash:bash nope:no-such-command");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Installing from Debian: nope\n", result.Output);
        Assert.Equal("DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nope\n", result.Error);
    }

    [Fact]
    public async Task Another_user_installs_through_sudo()
    {
        var result = await RequireAsync("id() { echo 1000; }; sudo() { echo \"$*\" >&2; }", "nope:no-such-command");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("-n env DEBIAN_FRONTEND=noninteractive apt-get install", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_install_is_told_what_would_be_installed()
    {
        var result = await RequireAsync("id() { echo 1000; }; sudo() { return 1; }", "nope:no-such-command neither:no-such-one");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6007", result.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install nope neither", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Runs require_packages where shell functions play the machine's commands.</summary>
    private static Task<ScriptResult> RequireAsync(string functions, string packages) =>
        Script.RunAsync(["-c", $"source lib/say.sh; source lib/debian-packages.sh; {functions}; require_packages {packages}"], NoEnvironment);
}
