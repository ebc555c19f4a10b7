using System.Net;
using System.Text;
using Attune.Archives.Registries;
using Attune.BuildKit.Session.Auth;
using Attune.Source;

namespace Attune.Archives.Tests.Registries;

/// <summary>Against a registry of a few lines, as the tokens of real ones need a server of their own.</summary>
public sealed class RegistryLoginTests
{
    private const string Realm = "https://auth.example.com/token";

    private static readonly RegistryAddress _address = RegistryAddress.Parse("oci://registry.example.com/team/caches:main");

    [Theory]
    [InlineData("someone", "secret", "GET", "Basic c29tZW9uZTpzZWNyZXQ=")]
    [InlineData("", "", "GET", null)]
    [InlineData("", "identity", "POST", null)]
    public async Task A_token_is_fetched_by_the_log_in_and_used_from_then_on(string user, string secret, string method, string? sent)
    {
        var registry = new TokenRegistry($"""Bearer realm="{Realm}",service="registry.example.com",scope="repository:team/caches:pull" """);
        using var http = new HttpClient(registry);
        var client = new RegistryClient(_address, new Known(new(user, secret)), http);
        Assert.Null(await client.ManifestAsync(CancellationToken.None));
        Assert.Null(await client.ManifestAsync(CancellationToken.None));
        var asked = Assert.Single(registry.Requests, r => r.Uri.Host == "auth.example.com");
        Assert.Equal((method, sent), (asked.Method, asked.Authorization));
        Assert.Contains("scope=repository%3Ateam%2Fcaches%3Apull", asked.Uri.Query + asked.Body, StringComparison.Ordinal);
        Assert.Equal([null, "Bearer t0ken", "Bearer t0ken"], registry.Requests.Where(r => r.Uri.Host != "auth.example.com").Select(r => r.Authorization));
        Assert.Equal(method == "POST", asked.Body.Contains("refresh_token=identity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_is_never_sent_without_TLS()
    {
        var registry = new TokenRegistry("""Bearer realm="http://auth.example.com/token",service="s" """);
        using var http = new HttpClient(registry);
        var refusal = await Assert.ThrowsAsync<UserErrorException>(
            () => new RegistryClient(_address, new Known(new("someone", "secret")), http).ManifestAsync(CancellationToken.None));
        Assert.Contains("no address with https", refusal.Message, StringComparison.Ordinal);
        Assert.Single(registry.Requests);
    }

    [Fact]
    public async Task A_refused_log_in_says_how_to_log_in_and_holds_no_secret()
    {
        var registry = new TokenRegistry($"""Bearer realm="{Realm}" """) { Token = HttpStatusCode.Unauthorized };
        using var http = new HttpClient(registry);
        var refusal = await Assert.ThrowsAsync<UserErrorException>(
            () => new RegistryClient(_address, new Known(new("someone", "secret")), http).ManifestAsync(CancellationToken.None));
        Assert.Contains("docker login registry.example.com", refusal.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_elsewhere_gets_no_log_in()
    {
        var registry = new TokenRegistry($"""Bearer realm="{Realm}" """) { Upload = new("https://storage.example.com/put?signed=1") };
        using var http = new HttpClient(registry);
        await new RegistryClient(_address, null, http).WriteAsync("abc", new byte[3], CancellationToken.None);
        var upload = Assert.Single(registry.Requests, r => r.Uri.Host == "storage.example.com");
        Assert.Equal("?signed=1&digest=sha256:abc", upload.Uri.Query);
        Assert.Null(upload.Authorization);
    }

    private sealed class Known(RegistryCredential credential) : IRegistryCredentials
    {
        public ValueTask<RegistryCredential> FindAsync(string host, CancellationToken cancellationToken) => new(credential);
    }

    private sealed record Request(string Method, Uri Uri, string? Authorization, string Body);

    private sealed class TokenRegistry(string challenge) : HttpMessageHandler
    {
        public List<Request> Requests { get; } = [];

        public HttpStatusCode Token { get; init; } = HttpStatusCode.OK;

        public Uri? Upload { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add(new(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
            if (request.RequestUri!.Host == "auth.example.com")
                return new(Token) { Content = new StringContent("""{ "token": "t0ken" }""", Encoding.UTF8) };
            if (request.RequestUri.Host == "storage.example.com")
                return new(HttpStatusCode.Created);
            if (request.Headers.Authorization?.Parameter == "t0ken")
                return Upload is null ? new(HttpStatusCode.NotFound) : new(HttpStatusCode.Accepted) { Headers = { Location = Upload } };
            var refusal = new HttpResponseMessage(HttpStatusCode.Unauthorized);
            refusal.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
            return refusal;
        }
    }
}
