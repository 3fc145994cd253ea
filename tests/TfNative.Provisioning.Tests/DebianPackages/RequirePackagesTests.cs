using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.DebianPackages;

public sealed class RequirePackagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_command_that_is_there_installs_nothing()
    {
        (await RequireAsync("apt-get() { log apt-get; }; env() { log env; }", "bash:bash")).AssertSucceeded();

        Assert.Empty(Calls);
    }

    [Fact]
    public async Task Root_installs_what_is_missing_and_only_that()
    {
        var result = await RequireAsync("id() { echo 0; }; env() { log \"$*\"; }; apt-get() { log \"$*\"; }", "bash:bash nope:no-such-command");

        result.AssertSucceeded();
        Assert.Equal("Installing from Debian: nope\n", result.Output);
        Assert.Equal("update -qq", Calls[0]);
        Assert.StartsWith("DEBIAN_FRONTEND=noninteractive apt-get install -y -qq", Calls[1], StringComparison.Ordinal);
        Assert.EndsWith(" nope", Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_user_installs_through_sudo()
    {
        (await RequireAsync("id() { echo 1000; }; sudo() { log \"$*\"; }", "nope:no-such-command")).AssertSucceeded();

        Assert.Equal(["-n true", "-n apt-get update -qq"], Calls[..2]);
        Assert.StartsWith("-n env DEBIAN_FRONTEND=noninteractive apt-get install", Calls[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_install_is_told_what_would_be_installed()
    {
        var result = await RequireAsync("id() { echo 1000; }; sudo() { return 1; }", "nope:no-such-command neither:no-such-one");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6007", result.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install nope neither", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_apt_says_is_shown_where_it_fails()
    {
        var result = await RequireAsync("id() { echo 0; }; apt-get() { echo 'E: no such mirror' >&2; return 100; }", "nope:no-such-command");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("could not be installed: nope\nE: no such mirror", result.Error, StringComparison.Ordinal);
    }

    private string[] Calls => File.Exists(folder["calls"]) ? File.ReadAllLines(folder["calls"]) : [];

    /// <summary>Runs require_packages where shell functions play the machine's commands; `log` notes a call.</summary>
    private Task<ScriptResult> RequireAsync(string functions, string packages) => Script.RunAsync(
        ["-c", $"source lib/say.sh; source lib/debian-packages.sh; log() {{ echo \"$*\" >> '{folder["calls"]}'; }}; {functions}; require_packages {packages}"],
        new Dictionary<string, string>());
}
