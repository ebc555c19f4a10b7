using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.BaseImages;

/// <summary>
/// Downloads Debian packages with the machine's apt, but with lists and caches of its own: the machine's package state is neither read
/// nor changed, and no root is needed. What is downloaded is checked against Debian's signatures.
/// </summary>
internal sealed class Apt(IProcessRunner runner, AptFolder folder, IProgress<string> announce)
{
    // What it says is read here, so it has to be in the one language that is known.
    private static readonly Dictionary<string, string?> OwnLanguage = new() { ["LC_ALL"] = "C" };

    /// <summary>Reads the mirror's package lists.</summary>
    /// <exception cref="UserErrorException">There is no apt, or the mirror doesn't answer.</exception>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        announce.Report($"reading Debian's package lists ({OfflineRecipe.Suite}, {folder.Mirror})");
        var trust = folder.HasKeyring ? SourceTrust.Signed : SourceTrust.Unchecked;
        if (trust == SourceTrust.Unchecked)
            announce.Report("warning: no debian-archive-keyring on this machine; packages are NOT checked against Debian's signatures");
        folder.WriteSource(trust);
        var result = await RunAsync(["update"], cancellationToken);
        if (result.ExitCode != 0 && trust == SourceTrust.Signed && LacksKey(result.Errors))
        {
            announce.Report("warning: debian-archive-keyring is too old for this release; packages are NOT checked against Debian's signatures");
            folder.WriteSource(SourceTrust.Unchecked);
            result = await RunAsync(["update"], cancellationToken);
        }

        if (result.ExitCode != 0)
            throw Failed("Debian's package lists can't be read", result.Errors);
    }

    /// <summary>Downloads a recipe's packages.</summary>
    /// <returns>The packages' files.</returns>
    /// <exception cref="UserErrorException">A package doesn't exist or can't be downloaded.</exception>
    public async Task<IReadOnlyList<string>> DownloadAsync(OfflineRecipe recipe, CancellationToken cancellationToken)
    {
        var names = await ResolveAsync(recipe, cancellationToken);
        announce.Report($"{recipe.Tag}: downloading {names.Count} packages");
        var target = folder.PackagesOf(recipe);
        var result = await RunAsync(["download", .. names], cancellationToken, target);
        if (result.ExitCode != 0)
            throw Failed($"The packages of {recipe.Tag} can't be downloaded", result.Errors);
        return Directory.GetFiles(target, "*.deb");
    }

    private async Task<IReadOnlyList<string>> ResolveAsync(OfflineRecipe recipe, CancellationToken cancellationToken)
    {
        var result = await RunAsync(["install", "--print-uris", "--yes", "--no-install-recommends", .. recipe.Packages], cancellationToken);
        if (result.ExitCode != 0)
            throw Failed($"The packages of {recipe.Tag} can't be found", result.Errors);
        return [.. AptOutput.PackageNames(result.Output).Except(recipe.Omitted).Union(recipe.Bare)];
    }

    private async Task<ProcessOutcome> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, string? directory = null)
    {
        try
        {
            return await runner.RunAsync(new("apt-get", [.. folder.Options, .. arguments])
            {
                WorkingDirectory = directory ?? folder.Path,
                Environment = OwnLanguage,
            }, cancellationToken);
        }
        catch (UserErrorException missing)
        {
            throw new UserErrorException(
                "An offline base image is made from Debian packages, and this machine has no apt-get.",
                "Let the engine reach its registry, or use a Debian or Ubuntu machine.",
                inner: missing);
        }
    }

    // A wrong signature is not a missing key: nothing excuses that one.
    private static bool LacksKey(string errors) =>
        (errors.Contains("NO_PUBKEY", StringComparison.Ordinal) || errors.Contains("Missing key", StringComparison.Ordinal))
        && !errors.Contains("BADSIG", StringComparison.Ordinal);

    private static UserErrorException Failed(string what, string errors) =>
        new($"{what}: {AptOutput.FirstError(errors)}", "Check the machine's network and its apt sources.");
}
