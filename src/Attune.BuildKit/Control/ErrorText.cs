using System.Text.RegularExpressions;

namespace Attune.BuildKit.Control;

/// <summary>Takes an engine's wrapping off an error, so that the cause is left.</summary>
internal static partial class ErrorText
{
    private static readonly string[] Wrappings =
    [
        "failed to solve: ",
        "failed to solve with frontend dockerfile.v0: ",
        "failed to solve with frontend gateway.v0: ",
        "failed to build LLB: ",
        "failed to create LLB definition: ",
    ];

    public static string Clean(string text)
    {
        var cleaned = RpcWrapping().Replace(text, "").Trim();
        while (Wrappings.FirstOrDefault(w => cleaned.StartsWith(w, StringComparison.Ordinal)) is { } wrapping)
            cleaned = cleaned[wrapping.Length..];
        return cleaned;
    }

    [GeneratedRegex(@"rpc error: code = \w+ desc = ")]
    private static partial Regex RpcWrapping();
}
