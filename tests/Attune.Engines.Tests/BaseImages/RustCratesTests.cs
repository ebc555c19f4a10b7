using System.Text.RegularExpressions;
using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public partial class RustCratesTests
{
    private static readonly string Lock = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "services", "Cargo.lock"));

    [Fact]
    public void Are_exactly_those_of_the_services_lock_file()
    {
        var locked = Crate().Matches(Lock).Select(match => match.Groups["name"].Value.Replace('_', '-').ToLowerInvariant());
        var packages = locked.Select(name => $"librust-{name}-dev").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(packages, RustCrates.Packages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_lock_file_has_no_checksums_which_vendored_crates_could_not_match() =>
        Assert.DoesNotContain("checksum", Lock, StringComparison.Ordinal);

    [GeneratedRegex("""name = "(?<name>[^"]+)"\nversion = "[^"]+"\nsource = "registry""")]
    private static partial Regex Crate();
}
