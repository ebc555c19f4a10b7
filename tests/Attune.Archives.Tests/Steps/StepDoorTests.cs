using System.Net.Sockets;
using System.Text;
using Attune.Archives.Steps;

namespace Attune.Archives.Tests.Steps;

public sealed class StepDoorTests
{
    [Fact]
    public async Task Who_knows_the_word_is_served_and_nobody_else()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var door = new StepDoor(async (stream, token) => await stream.WriteAsync("welcome"u8.ToArray(), token), CancellationToken.None);
        door.Open();
        Assert.Equal("", await SayAsync(door, new string('0', door.Word.Length)));
        Assert.Equal("", await SayAsync(door, ""));
        Assert.True(door.Work.IsCompletedSuccessfully);
        Assert.Equal("welcome", await SayAsync(door, Encoding.ASCII.GetString(door.Word.Span)));
    }

    [Fact]
    public async Task What_the_work_fails_with_is_for_who_waits_for_it()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var door = new StepDoor((_, _) => Task.FromException(new InvalidDataException("no tar")), CancellationToken.None);
        door.Open();
        Assert.Equal("", await SayAsync(door, Encoding.ASCII.GetString(door.Word.Span)));
        await Assert.ThrowsAsync<InvalidDataException>(() => door.Work);
    }

    private static async Task<string> SayAsync(StepDoor door, string word)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint($"\0{door.Name[1..]}\0"));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(word));
        socket.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
