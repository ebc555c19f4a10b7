using System.Text.Json;

namespace Attune.Engines.BaseImages;

/// <summary>Reads the engine's error answers: <c>{"message":"…"}</c>.</summary>
internal static class EngineMessage
{
    /// <summary>The message within an answer, or the answer itself when it has another form.</summary>
    public static string Read(string? body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body ?? "");
            if (answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String)
            {
                return message.GetString()!.Trim();
            }
        }
        catch (JsonException)
        {
            // Not JSON: a proxy's answer, as a rule.
        }

        return body?.Trim() ?? "";
    }
}
