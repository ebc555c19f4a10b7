using Xunit;

namespace Attune.Testing;

/// <summary>A test of ten minutes at most that needs an engine with the offline Rust image; it skips with a reason without.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RustFactAttribute : FactAttribute
{
    public RustFactAttribute()
    {
        Timeout = 600_000;
        if (TestEngine.Address is null)
            Skip = $"needs a Docker Engine: set {TestEngine.Variable}=unix:///var/run/docker.sock";
        else if (!HasImage())
            Skip = "needs the offline Rust image: run ./build.sh BaseImages";
    }

    private static bool HasImage()
    {
        using var http = TestImages.Connect(TestEngine.Socket);
        using var answer = http.Send(new(HttpMethod.Get, "/images/attune/rust:trixie/json"));
        return answer.IsSuccessStatusCode;
    }
}
