using System.Net;
using System.Text.Json;
using Attune.BuildKit;
using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Engines.Docker;

/// <summary>
/// Inspects images with <c>GET /images/{name}/json</c>. By hand: every build asks for each of its images, and the client library's reader of
/// everything that an image can say costs a short run a tenth of its time.
/// </summary>
/// <remarks>https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageInspect</remarks>
internal sealed class ImageInspection(BuildKitEndpoint endpoint, DockerCalls calls) : IDisposable
{
    private readonly Lazy<HttpClient> _client = new(() => calls.Create(() => EngineHttp.CreateClient(endpoint)));

    /// <summary>The image, or null when the engine hasn't got it.</summary>
    public Task<DockerImage?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var failed = $"Can't inspect {reference}";
        return calls.MakeAsync(failed, async () =>
        {
            using var response = await _client.Value.GetAsync(new Uri($"images/{reference}/json", UriKind.Relative), cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            using var answer = JsonDocument.Parse(body);
            return response.IsSuccessStatusCode ? Read(answer.RootElement) : throw new UserErrorException($"{failed}: {Text(answer.RootElement, "message")}");
        });
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }

    private static DockerImage Read(JsonElement image)
    {
        var configuration = Field(image, "Config");
        return new(Text(image, "Id"), Field(image, "Size") is { ValueKind: JsonValueKind.Number } size ? size.GetInt64() : 0, Texts(Field(image, "RepoTags")),
            Texts(Field(Field(configuration, "Healthcheck"), "Test")))
        {
            Labels = Field(configuration, "Labels") is { ValueKind: JsonValueKind.Object } labels
                ? labels.EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetString() ?? "")
                : [],
        };
    }

    private static JsonElement Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    private static string[] Texts(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [];
}
