using Attune.BuildKit.Session.Auth;
using Attune.BuildKit.Tests.Engine;

namespace Attune.BuildKit.Tests.Session.Auth;

public sealed class DockerConfigCredentialsTests
{
    private static readonly RegistryCredential Someone = new("someone", "pass:word");

    [Theory]
    [InlineData("""{"auths":{"r.example":{"auth":"c29tZW9uZTpwYXNzOndvcmQ="}}}""", "r.example")]
    [InlineData("""{"auths":{"https://r.example/v2/":{"auth":"c29tZW9uZTpwYXNzOndvcmQ="}}}""", "r.example")]
    [InlineData("""{"auths":{"r.example:5000":{"username":"someone","password":"pass:word"}}}""", "r.example:5000")]
    [InlineData("""{"auths":{"https://index.docker.io/v1/":{"auth":"c29tZW9uZTpwYXNzOndvcmQ="}}}""", "registry-1.docker.io")]
    public async Task Finds_a_log_in_in_the_file(string json, string host) => Assert.Equal(Someone, await FindAsync(json, host));

    [Theory]
    [InlineData("""{"auths":{"other.example":{"auth":"c29tZW9uZTpwYXNzOndvcmQ="}}}""")]
    [InlineData("""{"auths":{"r.example":{}}}""")]
    [InlineData("""{"auths":{"r.example":{"auth":"%%%"}}}""")]
    [InlineData("""{"auths":[]}""")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task Is_anonymous_without_a_log_in(string json) => Assert.Equal(RegistryCredential.Anonymous, await FindAsync(json, "r.example"));

    [Fact]
    public async Task Takes_identity_tokens() => Assert.Equal(
        new RegistryCredential("", "token"), await FindAsync("""{"auths":{"r.example":{"auth":"eDp5","identitytoken":"token"}}}""", "r.example"));

    [Fact]
    public async Task Warns_of_a_file_that_is_no_JSON()
    {
        var warnings = new List<string>();
        Assert.Equal(RegistryCredential.Anonymous, await FindAsync("{", "r.example", warnings: warnings));
        Assert.Contains("can't be read", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Asks_the_helper_of_a_registry_before_the_store()
    {
        const string json = """{"credHelpers":{"r.example":"one"},"credsStore":"two"}""";
        Assert.Equal(Someone, await FindAsync(json, "r.example", """read key; [ "$key" = r.example ] && echo '{"Username":"someone","Secret":"pass:word"}'"""));
    }

    [Fact(Timeout = 30_000)]
    public async Task Takes_a_token_from_a_helper() => Assert.Equal(
        new RegistryCredential("", "t"), await FindAsync("""{"credsStore":"one"}""", "r.example", """echo '{"Username":"<token>","Secret":"t"}'"""));

    [Theory(Timeout = 30_000)]
    [InlineData("echo credentials not found in native keychain; exit 1", 0)]
    [InlineData("echo broken; exit 2", 1)]
    [InlineData("echo nonsense", 1)]
    [InlineData("sleep 60", 1)]
    [InlineData(null, 1)]
    public async Task Goes_on_without_a_log_in_when_a_helper_knows_none(string? script, int expectedWarnings)
    {
        var warnings = new List<string>();
        Assert.Equal(RegistryCredential.Anonymous, await FindAsync("""{"credsStore":"one"}""", "r.example", script, warnings));
        Assert.Equal(expectedWarnings, warnings.Count);
    }

    [Fact]
    public void Shows_no_secret() => Assert.DoesNotContain("word", Someone.ToString(), StringComparison.Ordinal);

    private static async Task<RegistryCredential> FindAsync(string json, string host, string? helper = null, List<string>? warnings = null)
    {
        using var directory = new TempDirectory();
        var config = directory.Write("config.json", json);
        if (helper is not null)
        {
            var program = directory.Write("docker-credential-one", "#!/bin/sh\n" + helper + "\n");
            await Shell.RunAsync($"chmod +x {program}");
        }

        var credentials = new DockerConfigCredentials(config, directory.Path, new ListProgress(warnings ?? [])) { HelperTimeout = TimeSpan.FromSeconds(1) };
        return await credentials.FindAsync(host, CancellationToken.None);
    }

    private sealed class ListProgress(List<string> list) : IProgress<string>
    {
        public void Report(string value) => list.Add(value);
    }
}
