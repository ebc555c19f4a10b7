using System.Globalization;
using System.Xml;
using Attune.Source;

namespace Attune.Workflow.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
/// <param name="Passed">Tests that ran and passed.</param>
/// <param name="Failed">Tests that failed, or were broken off by an error, a time limit or an abort.</param>
/// <param name="Skipped">Tests that were found and not run.</param>
public sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    /// <summary>Adds up test result files as the <c>trx</c> logger of <c>dotnet test</c> writes them.</summary>
    /// <param name="files">The files' texts.</param>
    /// <exception cref="XmlException">A file is not XML, for instance because its writer was killed.</exception>
    public static TestTotals FromTrx(IEnumerable<TextReader> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Select(FromTrx).Aggregate(new TestTotals(0, 0, 0), (sum, file) =>
            new TestTotals(sum.Passed + file.Passed, sum.Failed + file.Failed, sum.Skipped + file.Skipped));
    }

    /// <summary>Says so if the run wasn't a success.</summary>
    /// <param name="exitCode">That of <c>dotnet test</c>, which also fails for reasons other than a failed test.</param>
    /// <exception cref="UserErrorException">A test failed, or the run did.</exception>
    public void ThrowIfFailed(int exitCode)
    {
        if (Failed > 0)
            throw new UserErrorException(Failed == 1 ? "1 test failed" : $"{Failed} tests failed");
        if (exitCode != 0)
            throw new UserErrorException($"The test run ended with exit code {exitCode}", "Its last lines above say why.");
    }

    /// <summary><c>3 passed, 0 failed, 1 skipped</c>.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    // The logger counts skipped tests in "total" alone, not in "notExecuted".
    private static TestTotals FromTrx(TextReader file)
    {
        using var reader = XmlReader.Create(file);
        if (!reader.ReadToFollowing("Counters"))
            return new TestTotals(0, 0, 0);
        var failed = Count("failed") + Count("error") + Count("timeout") + Count("aborted");
        return new TestTotals(Count("passed"), failed, Count("total") - Count("executed"));

        int Count(string name) => int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
    }
}
