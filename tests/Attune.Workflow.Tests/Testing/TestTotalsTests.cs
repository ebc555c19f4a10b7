using System.Xml;
using Attune.Source;
using Attune.Workflow.Testing;

namespace Attune.Workflow.Tests.Testing;

public class TestTotalsTests
{
    [Fact]
    public void Adds_up_the_counters_of_all_files()
    {
        var totals = TestTotals.FromTrx([Trx(total: 5, executed: 4, passed: 3, failed: 1), Trx(total: 2, executed: 2, passed: 2, failed: 0)]);

        Assert.Equal(new TestTotals(5, 1, 1), totals);
        Assert.Equal("5 passed, 1 failed, 1 skipped", totals.ToString());
    }

    [Fact]
    public void Counts_a_run_that_was_broken_off_before_its_first_test_as_nothing() =>
        Assert.Equal(new TestTotals(0, 0, 0), TestTotals.FromTrx([new StringReader("<TestRun/>")]));

    [Fact]
    public void Refuses_a_file_that_is_cut_off() =>
        Assert.Throws<XmlException>(() => TestTotals.FromTrx([new StringReader("<TestRun><ResultSummary>")]));

    [Theory]
    [InlineData(1, 1, "1 test failed")]
    [InlineData(3, 1, "3 tests failed")]
    [InlineData(0, 134, "The test run ended with exit code 134")]
    public void Fails_when_a_test_or_the_run_failed(int failed, int exitCode, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => new TestTotals(7, failed, 0).ThrowIfFailed(exitCode)).Message);

    [Fact]
    public void Is_content_when_nothing_failed() => new TestTotals(7, 0, 2).ThrowIfFailed(exitCode: 0);

    private static StringReader Trx(int total, int executed, int passed, int failed) => new($"""
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <ResultSummary outcome="Completed">
            <Counters total="{total}" executed="{executed}" passed="{passed}" failed="{failed}" error="0" timeout="0" aborted="0" notExecuted="0" />
          </ResultSummary>
        </TestRun>
        """);
}
