using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Attune.Archives.Registries;

namespace Attune.Archives.Tests.Registries;

/// <summary>A real registry of a test's own, empty; stopped and gone after it.</summary>
internal sealed class OwnRegistry : IDisposable
{
    private const string Name = "docker-registry";

    // "secret", by bcrypt at its least cost.
    private const string Users = "someone:$2b$04$abcdefghijklmnopqrstuu2r9OfJnfCsdneAXAGHnS4UpFFP8WIrW\n";

    private readonly TempDirectory _directory;
    private readonly Process _process;

    private OwnRegistry(TempDirectory directory, Process process, int port)
    {
        (_directory, _process) = (directory, process);
        Address = RegistryAddress.Parse($"oci://127.0.0.1:{port}/team/caches:main");
    }

    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, Name)).FirstOrDefault(File.Exists);

    public RegistryAddress Address { get; }

    public static async Task<OwnRegistry> StartAsync(RegistryGuard guard = RegistryGuard.None)
    {
        var directory = new TempDirectory();
        var port = FreePort();
        var users = directory.Write("users", Users);
        var auth = guard == RegistryGuard.Password ? $"auth: {{ htpasswd: {{ realm: test, path: {users} }} }}\n" : "";
        var configuration = directory.Write(
            "config.yml", $"version: 0.1\nlog: {{ level: error }}\nstorage: {{ filesystem: {{ rootdirectory: {directory.Path}/data }} }}\nhttp: {{ addr: \"127.0.0.1:{port}\" }}\n{auth}");
        var process = Process.Start(new ProcessStartInfo(Program!, ["serve", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/v2/"));
                return new(directory, process, port);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("the registry doesn't answer");
    }

    /// <summary>The file that holds a blob.</summary>
    public string FileOf(string blob) => Path.Combine(_directory.Path, "data/docker/registry/v2/blobs/sha256", blob[..2], blob, "data");

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _directory.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal enum RegistryGuard
{
    None,
    Password,
}
