using System.Formats.Tar;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Attune.Testing;

/// <summary>Base images for integration tests, made on the machine: no registry is needed.</summary>
public static class TestImages
{
    /// <summary>A busybox with a shell.</summary>
    public const string Busybox = "attune-test/busybox:1";

    /// <summary>A busybox with what reads and writes whole directories too.</summary>
    public const string Toolbox = "attune-test/toolbox:1";

    private static readonly string[] Tools = ["tar", "uname", "mv", "rm", "touch", "chown", "chmod", "ln", "sort", "wc", "dd"];

    private static readonly string[] Applets = ["sh", "ls", "cat", "sleep", "echo", "cp", "mkdir", "find", "test", "true", "false", "sha256sum", "stat", "id", "seq", "env"];

    /// <summary>Imports <see cref="Busybox"/> from the machine's static busybox (Debian package <c>busybox-static</c>) unless the engine has it.</summary>
    public static Task EnsureBusyboxAsync(string socket, CancellationToken cancellationToken = default) => EnsureAsync(socket, Busybox, Applets, cancellationToken);

    /// <summary>Imports <see cref="Toolbox"/> likewise.</summary>
    public static Task EnsureToolboxAsync(string socket, CancellationToken cancellationToken = default) =>
        EnsureAsync(socket, Toolbox, [.. Applets, .. Tools], cancellationToken);

    private static async Task EnsureAsync(string socket, string image, string[] applets, CancellationToken cancellationToken)
    {
        using var http = Connect(socket);
        using var present = await http.GetAsync(new Uri($"/images/{image}/json", UriKind.Relative), cancellationToken);
        if (present.IsSuccessStatusCode)
            return;

        using var tar = await BusyboxTarAsync(applets, cancellationToken);
        using var content = new StreamContent(tar) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") } };
        var name = image.Split(':');
        var address = new Uri($"/images/create?fromSrc=-&repo={name[0]}&tag={name[1]}&changes={Uri.EscapeDataString("ENV PATH=/bin")}", UriKind.Relative);
        using var response = await http.PostAsync(address, content, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode || answer.Contains("\"error\"", StringComparison.Ordinal))
            throw new InvalidOperationException("the engine refused the busybox image: " + answer);
    }

    /// <summary>An HTTP client for the Docker Engine API on a unix socket.</summary>
    public static HttpClient Connect(string socket)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client owns its handler.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                return new NetworkStream(connection, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri("http://docker"), Timeout = TimeSpan.FromMinutes(1) };
#pragma warning restore CA2000
    }

    private static async Task<MemoryStream> BusyboxTarAsync(string[] applets, CancellationToken cancellationToken)
    {
        string[] places = ["/bin/busybox", "/usr/bin/busybox", "/usr/lib/busybox/busybox"];
        var binary = places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("no busybox on this machine: apt-get install busybox-static");
        var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var directory in new[] { "bin/", "tmp/", "etc/" })
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.Directory, directory) { Mode = (UnixFileMode)0b111_101_101 }, cancellationToken);
            await using (var file = File.OpenRead(binary))
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, "bin/busybox") { Mode = (UnixFileMode)0b111_101_101, DataStream = file }, cancellationToken);
            foreach (var applet in applets)
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.SymbolicLink, "bin/" + applet) { LinkName = "busybox" }, cancellationToken);
        }

        bytes.Position = 0;
        return bytes;
    }
}
