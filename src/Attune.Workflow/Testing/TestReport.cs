using System.Globalization;
using Attune.Source;
using Attune.Workflow.Failures;

namespace Attune.Workflow.Testing;

/// <summary>What a test run came to.</summary>
public static class TestReport
{
    /// <summary>Adds up the results, and leaves the line <c>N passed, N failed, N skipped</c> for scripts.</summary>
    /// <param name="resultsDirectory">Where the run's <c>*.trx</c> files are.</param>
    /// <param name="totalsFile">The file for that line.</param>
    /// <param name="exitCode">That of <c>dotnet test</c>.</param>
    /// <exception cref="WorkflowFailedException">A test failed, or the run did.</exception>
    public static WorkSummary Of(string resultsDirectory, string totalsFile, int exitCode)
    {
        var totals = TestTotals.FromTrx(Directory.EnumerateFiles(resultsDirectory, "*.trx").Select(file => new StringReader(File.ReadAllText(file))));
        File.WriteAllText(totalsFile, totals + "\n");
        try
        {
            totals.ThrowIfFailed(exitCode);
        }
        catch (UserErrorException e)
        {
            throw ExitCodes.Translate(e);
        }

        return WorkSummary.Of(("Passed", Text(totals.Passed)), ("Failed", Text(totals.Failed)), ("Skipped", Text(totals.Skipped)));
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
