using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Attune.BuildKit.Session.Auth;
using Attune.Source;

namespace Attune.Archives.Registries;

/// <summary>One repository of a registry (https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md).</summary>
/// <param name="address">Where it is.</param>
/// <param name="credentials">Knows the log-in.</param>
/// <param name="http">Sends requests; the caller disposes it.</param>
internal sealed class RegistryClient(RegistryAddress address, IRegistryCredentials? credentials, HttpClient http)
{
    /// <summary>Registries take manifests up to 4 MiB (distribution-spec, "Pushing Manifests").</summary>
    private const int MostManifestBytes = 4 << 20;

    private readonly RegistryLogin _login = new(address, credentials, http);

    public RegistryAddress Address => address;

    /// <summary>The manifest that the tag names; null when there is none.</summary>
    public async Task<byte[]?> ManifestAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () => new(HttpMethod.Get, Path($"manifests/{address.Tag}")) { Headers = { Accept = { new(RegistryManifest.MediaType), new("*/*", 0.1) } } }, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await Checked(response, "doesn't show the tag").Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Makes the tag name a manifest: the registry does it at once, or not at all.</summary>
    public async Task TagAsync(byte[] manifest, CancellationToken cancellationToken)
    {
        if (manifest.Length > MostManifestBytes)
            throw new UserErrorException($"{address} would hold too many pieces for a registry", "Limit the store by --max-size.");
        using var response = await SendAsync(() => new(HttpMethod.Put, Path($"manifests/{address.Tag}")) { Content = Json(manifest) }, cancellationToken);
        Checked(response, "doesn't take the tag");
    }

    /// <summary>Whether the repository has a blob.</summary>
    public async Task<bool> HasAsync(string blob, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Head, Path($"blobs/sha256:{blob}")), cancellationToken);
        return response.StatusCode != HttpStatusCode.NotFound && Checked(response, "doesn't say which pieces it has").IsSuccessStatusCode;
    }

    /// <summary>Reads a blob, and refuses what isn't it.</summary>
    /// <exception cref="UserErrorException">The registry hasn't got it, or sends something else.</exception>
    public async Task<byte[]> ReadAsync(RegistryDescriptor blob, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Get, Path($"blobs/{blob.Digest}")), cancellationToken);
        var bytes = await BytesAsync(Checked(response, "doesn't send a piece"), blob, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == blob.Blob ? bytes : throw Damaged(blob);
    }

    /// <summary>Puts a blob there: as a whole, in two requests ("POST then PUT").</summary>
    public async Task WriteAsync(string blob, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var begun = await SendAsync(() => new(HttpMethod.Post, Path("blobs/uploads/")) { Content = new ByteArrayContent([]) }, cancellationToken);
        var place = Checked(begun, "takes no pieces").Headers.Location
            ?? throw new UserErrorException($"{address.Host} doesn't say where pieces are put");
        var upload = new UriBuilder(new Uri(address.Api, place));
        upload.Query = $"{upload.Query.TrimStart('?')}&digest=sha256:{blob}".TrimStart('&');
        using var ended = await SendAsync(() => new(HttpMethod.Put, upload.Uri) { Content = Bytes(content, "application/octet-stream") }, cancellationToken);
        Checked(ended, "doesn't take a piece");
    }

    private Uri Path(string path) => new(address.Api, path);

    /// <summary>Sends a request, and once more with what the registry asks for when it refuses.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(create, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || RegistryChallenge.Of(response.Headers.WwwAuthenticate) is not { } challenge)
            return response;
        var isAnswered = await _login.AnswerAsync(challenge, cancellationToken);
        if (!isAnswered)
            return response;
        response.Dispose();
        return await SendOnceAsync(create, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var request = create();
        // An upload may go to another host, which the log-in isn't for.
        if (request.RequestUri!.Authority == address.Api.Authority && request.RequestUri.Scheme == address.Api.Scheme)
            request.Headers.Authorization = _login.Current;
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw RegistryFault.Unreachable(address, e);
        }
    }

    private async Task<byte[]> BytesAsync(HttpResponseMessage response, RegistryDescriptor blob, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(blob.Size, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Damaged(blob, e);
        }
    }

    private UserErrorException Damaged(RegistryDescriptor blob, Exception? cause = null) =>
        new($"{address.Host} sent a damaged piece, {blob.Digest}", "Run it again; if it stays so, save the cache again.", inner: cause);

    private HttpResponseMessage Checked(HttpResponseMessage response, string what) =>
        response.IsSuccessStatusCode ? response : throw RegistryFault.Refused(address, what, response.StatusCode);

    private static ByteArrayContent Json(byte[] json) => new(json) { Headers = { ContentType = new(RegistryManifest.MediaType) } };

    private static ReadOnlyMemoryContent Bytes(ReadOnlyMemory<byte> content, string type) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
