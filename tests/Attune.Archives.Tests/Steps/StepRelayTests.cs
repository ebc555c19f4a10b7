using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Attune.Archives.Steps;

namespace Attune.Archives.Tests.Steps;

/// <summary>The program itself, on this machine.</summary>
public sealed class StepRelayTests
{
    [Theory]
    [InlineData("s")]
    [InlineData("@attune-relay-test")]
    public async Task It_ties_a_program_with_its_arguments_and_environment_to_a_socket(string name)
    {
        if (Relay() is not { } bytes)
            return;
        using var directory = new TempDirectory();
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        server.Bind(new UnixDomainSocketEndPoint(name[0] == '@' ? $"\0{name[1..]}\0" : Path.Combine(directory.Path, name)));
        server.Listen();
        using var relay = Start(directory, bytes, name, "/bin/sh", "-c", "read line; echo \"$line $0 $WORD\"", "argument");
        using var connection = await server.AcceptAsync();
        await using var stream = new NetworkStream(connection);
        await stream.WriteAsync("hello\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        Assert.Equal("hello argument word", await reader.ReadLineAsync());
        await relay.WaitForExitAsync();
        Assert.Equal(0, relay.ExitCode);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("@attune-nobody-is-there")]
    public async Task Without_a_socket_it_fails(string name)
    {
        if (Relay() is not { } bytes)
            return;
        using var directory = new TempDirectory();
        using var relay = Start(directory, bytes, name, "/bin/true");
        await relay.WaitForExitAsync();
        Assert.Equal(127, relay.ExitCode);
    }

    [Fact]
    public async Task Two_entries_change_places_at_once()
    {
        if (Program("exchange") is not { } bytes)
            return;
        using var directory = new TempDirectory();
        directory.Write("one/content", "1");
        directory.Write("other", "2");
        using var exchange = Start(directory, bytes, "one", "other");
        await exchange.WaitForExitAsync();
        Assert.Equal(0, exchange.ExitCode);
        Assert.Equal(("2", "1"), (await File.ReadAllTextAsync(Path.Combine(directory.Path, "one")), await File.ReadAllTextAsync(Path.Combine(directory.Path, "other/content"))));
        using var missing = Start(directory, bytes, "one", "nothing");
        await missing.WaitForExitAsync();
        Assert.NotEqual(0, missing.ExitCode);
    }

    private static byte[]? Relay() => Program("relay");

    private static byte[]? Program(string name) => !OperatingSystem.IsLinux() ? null : RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => StepRelay.Programs[name + "-x86_64"].ToArray(),
        Architecture.Arm64 => StepRelay.Programs[name + "-aarch64"].ToArray(),
        _ => null,
    };

    private static Process Start(TempDirectory directory, byte[] bytes, string socket, params string[] arguments)
    {
        var path = Path.Combine(directory.Path, "program-" + Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(path, [socket, .. arguments]) { WorkingDirectory = directory.Path };
        start.Environment["WORD"] = "word";
        return Process.Start(start)!;
    }
}
