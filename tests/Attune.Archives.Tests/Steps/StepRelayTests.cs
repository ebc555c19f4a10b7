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

    private static byte[]? Relay() => !OperatingSystem.IsLinux() ? null : RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => StepRelay.Programs["relay-x86_64"].ToArray(),
        Architecture.Arm64 => StepRelay.Programs["relay-aarch64"].ToArray(),
        _ => null,
    };

    private static Process Start(TempDirectory directory, byte[] bytes, string socket, params string[] arguments)
    {
        var path = Path.Combine(directory.Path, "relay");
        File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(path, [socket, .. arguments]) { WorkingDirectory = directory.Path };
        start.Environment["WORD"] = "word";
        return Process.Start(start)!;
    }
}
