namespace Attune.Engines.BaseImages;

/// <summary>Whether downloads are checked against Debian's signatures.</summary>
internal enum SourceTrust
{
    Signed,
    Unchecked,
}

/// <summary>A folder with apt state of its own; gone when disposed.</summary>
internal sealed class AptFolder : IDisposable
{
    private readonly string _keyring;

    /// <summary>Makes an empty folder.</summary>
    public AptFolder(OfflineBaseOptions options)
    {
        _keyring = options.Keyring;
        var name = "attune-bases-" + Guid.NewGuid().ToString("N")[..8];
        Path = Directory.CreateDirectory(System.IO.Path.Combine(options.WorkDirectory, name)).FullName;
        foreach (var needed in (string[])["lists/partial", "cache/archives/partial"])
            Directory.CreateDirectory(In(needed));
        File.WriteAllText(In("status"), "");
        Mirror = AptSources.FindMirror(ReadSources(options.AptDirectory));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The machine's Debian mirror.</summary>
    public string Mirror { get; }

    /// <summary>Whether the machine has Debian's public keys.</summary>
    public bool HasKeyring => File.Exists(_keyring);

    /// <summary>Options that make apt-get use this folder; the machine's settings for reaching its mirror (proxy, credentials) stay.</summary>
    public IReadOnlyList<string> Options =>
    [
        .. new[]
        {
            "Dir::Etc::SourceList=" + In("sources.list"), "Dir::Etc::SourceParts=/dev/null",
            "Dir::Etc::Preferences=/dev/null", "Dir::Etc::PreferencesParts=/dev/null", "APT::Default-Release=",
            "Dir::State=" + Path, "Dir::State::Lists=" + In("lists"), "Dir::State::Status=" + In("status"),
            "Dir::Cache=" + In("cache"), "Dir::Cache::Archives=" + In("cache/archives"), "Dir::Log=" + Path,
            // Index files that no package is chosen by.
            "Acquire::Languages=none", "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
            // apt's download user couldn't enter a private folder.
            "APT::Sandbox::User=root",
            "APT::Update::Error-Mode=any", "Acquire::Retries=2",
        }.SelectMany(option => (string[])["-o", option]),
    ];

    /// <summary>Writes the one source.</summary>
    public void WriteSource(SourceTrust trust)
    {
        var options = trust == SourceTrust.Signed ? "signed-by=" + _keyring : "trusted=yes";
        File.WriteAllText(In("sources.list"), $"deb [{options}] {Mirror} {OfflineRecipe.Suite} main\n");
    }

    /// <summary>Where a recipe's packages go.</summary>
    public string PackagesOf(OfflineRecipe recipe) => Directory.CreateDirectory(In(recipe.Tag.Replace('/', '-').Replace(':', '-'))).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static IEnumerable<KeyValuePair<string, string>> ReadSources(string directory)
    {
        var parts = System.IO.Path.Combine(directory, "sources.list.d");
        var files = Directory.Exists(parts) ? Directory.GetFiles(parts).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return from file in files.Prepend(System.IO.Path.Combine(directory, "sources.list"))
               where File.Exists(file) && System.IO.Path.GetExtension(file) is ".list" or ".sources"
               select KeyValuePair.Create(file, File.ReadAllText(file));
    }
}
