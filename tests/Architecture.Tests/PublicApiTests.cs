using System.Reflection;
using PublicApiGenerator;

namespace Architecture.Tests;

/// <summary>The public API of every library is approved text: a change to it is a decision, not an accident.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries() =>
        [.. Sources.LibraryProjects().Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public Task Public_api_is_approved(string library)
    {
        var api = Assembly.Load(library).GeneratePublicApi(new() { IncludeAssemblyAttributes = false });
        return Verifier.VerifyFile(api, Path.Combine(RepositoryRoot.Path, "tests", "Architecture.Tests", "Api", library + ".verified.txt"));
    }
}
