using System.Formats.Tar;
using System.Text;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.BaseImages;

/// <summary>Writes a recipe's root file system as one tar, straight from the packages: nothing is unpacked on this machine.</summary>
internal sealed class RootFileSystem(IProcessRunner runner)
{
    /// <summary>Writes the tar.</summary>
    /// <param name="recipe">What to write.</param>
    /// <param name="packages">The packages' files, in any order.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="UserErrorException">A package can't be read.</exception>
    public async Task WriteAsync(OfflineRecipe recipe, IReadOnlyList<string> packages, Stream output, CancellationToken cancellationToken)
    {
        var copier = new TarCopier(output);
        // The engine refuses a tar that holds a path twice, and all packages hold their folders.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool Keeps(string path) => PackageFilter.Keeps(path) && seen.Add(path.TrimEnd('/'));
        // base-files makes /bin and /lib the links that everybody's files lie behind, so it has to come first.
        foreach (var package in packages.OrderBy(IsNotBaseFiles).ThenBy(package => package, StringComparer.Ordinal))
        {
            var unpack = new ProcessRequest("dpkg-deb", ["--fsys-tarfile", package]) { OnOutput = (tar, token) => copier.CopyAsync(tar, Keeps, token) };
            try
            {
                var outcome = await runner.RunAsync(unpack, cancellationToken);
                if (outcome.ExitCode != 0)
                    throw new InvalidDataException(outcome.Errors);
            }
            catch (InvalidDataException exception)
            {
                var name = Path.GetFileName(package);
                throw new UserErrorException($"The package {name} can't be read: {exception.Message.Trim()}", "Run again.", inner: exception);
            }
        }

        await WriteOwnFilesAsync(recipe, output, cancellationToken);
    }

    private static bool IsNotBaseFiles(string package) => !Path.GetFileName(package).StartsWith("base-files_", StringComparison.Ordinal);

    private static async Task WriteOwnFilesAsync(OfflineRecipe recipe, Stream output, CancellationToken cancellationToken)
    {
        // Disposing the writer writes the archive's end mark.
        await using var writer = new TarWriter(output, TarEntryFormat.Gnu, leaveOpen: true);
        // No package has folders below /usr/local.
        var folders = recipe.Files.Keys.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => folder.StartsWith("usr/local/", StringComparison.Ordinal)))
        {
            var entry = new GnuTarEntry(TarEntryType.Directory, folder + "/") { Mode = (UnixFileMode)0b111_101_101 };
            await writer.WriteEntryAsync(entry, cancellationToken);
        }

        foreach (var (path, text) in recipe.Files)
        {
            var entry = new GnuTarEntry(TarEntryType.RegularFile, path)
            {
                Mode = (UnixFileMode)0b110_100_100,
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))),
            };
            await writer.WriteEntryAsync(entry, cancellationToken);
        }

        foreach (var (path, target) in recipe.Links)
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.SymbolicLink, path) { LinkName = target }, cancellationToken);
    }
}
