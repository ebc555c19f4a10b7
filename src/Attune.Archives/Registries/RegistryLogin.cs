using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Attune.BuildKit.Session.Auth;
using Attune.Source;

namespace Attune.Archives.Registries;

/// <summary>Answers a registry's challenges with the log-ins of <c>docker login</c> (https://distribution.github.io/distribution/spec/auth/token/).</summary>
internal sealed class RegistryLogin(RegistryAddress address, IRegistryCredentials? credentials, HttpClient http)
{
    private const string ClientName = "attune";

    /// <summary>What requests are sent with; null until the registry has asked.</summary>
    public AuthenticationHeaderValue? Current { get; private set; }

    /// <summary>Gets what the registry asks for; false when there is nothing to answer with.</summary>
    /// <exception cref="UserErrorException">The log-in is refused.</exception>
    public async Task<bool> AnswerAsync(RegistryChallenge challenge, CancellationToken cancellationToken)
    {
        var credential = credentials is null ? RegistryCredential.Anonymous : await credentials.FindAsync(address.Host, cancellationToken);
        var isAnonymous = credential.Secret.Length == 0;
        if (challenge.IsBasic)
        {
            Current = isAnonymous || credential.Username.Length == 0 ? null : Basic(credential);
            return Current is not null;
        }

        using var request = TokenRequest(challenge, credential);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw RegistryFault.Refused(address, isAnonymous ? "gives no token without a log-in" : "refuses the log-in", response.StatusCode);
        Current = new("Bearer", await TokenAsync(response, cancellationToken));
        return true;
    }

    private HttpRequestMessage TokenRequest(RegistryChallenge challenge, RegistryCredential credential)
    {
        var fields = new Dictionary<string, string>();
        foreach (var name in (string[])["service", "scope"])
            if (challenge.Parameters.TryGetValue(name, out var value))
                fields[name] = value;
        var realm = RealmOf(challenge);
        // An identity token instead of a password: https://distribution.github.io/distribution/spec/auth/oauth/.
        if (credential is { Username: "", Secret.Length: > 0 })
        {
            fields["grant_type"] = "refresh_token";
            fields["refresh_token"] = credential.Secret;
            fields["client_id"] = ClientName;
            return new(HttpMethod.Post, realm) { Content = new FormUrlEncodedContent(fields) };
        }

        var query = string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = $"{realm.Query.TrimStart('?')}&{query}".Trim('&') }.Uri);
        if (credential.Secret.Length > 0)
            request.Headers.Authorization = Basic(credential);
        return request;
    }

    /// <summary>Secrets are sent over TLS only, except on this machine.</summary>
    private Uri RealmOf(RegistryChallenge challenge)
    {
        var realm = Uri.TryCreate(challenge.Parameters.GetValueOrDefault("realm"), UriKind.Absolute, out var uri) ? uri : null;
        return realm is not null && (realm.Scheme == Uri.UriSchemeHttps || (realm.Scheme == Uri.UriSchemeHttp && address.IsLocal && realm.IsLoopback))
            ? realm
            : throw new UserErrorException($"{address.Host} asks for a log-in at '{challenge.Parameters.GetValueOrDefault("realm")}', which is no address with https");
    }

    private static AuthenticationHeaderValue Basic(RegistryCredential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.Username}:{credential.Secret}")));

    private async Task<string> TokenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            foreach (var name in (string[])["token", "access_token"])
                if (answer.RootElement.TryGetProperty(name, out var token) && token.GetString() is { Length: > 0 } text)
                    return text;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The answer itself may hold a secret.
        }

        throw new UserErrorException($"{address.Host} answers a log-in with something that holds no token");
    }
}
