using System.Diagnostics;
using System.Text;
using Attune.Source;

namespace Attune.Dockerfiles.Tests;

/// <summary>Large and hostile files take time in proportion to their size. The limits are far above what is measured, for slow machines.</summary>
public class SpeedTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_line_of_ten_megabytes_is_refused() => Assert.IsType<LocatedException>(Run(new string('x', 10_000_000)));

    [Fact]
    public void An_instruction_of_a_hundred_thousand_lines_is_read() =>
        Assert.Null(Run("FROM a\nRUN " + Repeat(100_000, _ => "--mount=type=cache,target=/some/path,id=x \\\n") + "true"));

    [Fact]
    public void One_mount_of_ten_megabytes_is_read() =>
        Assert.Null(Run("FROM a\nRUN --mount=type=cache,target=/t" + Repeat(200_000, _ => ",\\\nid=012345678901234567890123456789012345678901") + " true"));

    [Fact]
    public void A_hundred_thousand_instructions_are_read() =>
        Assert.Null(Run("FROM a\n" + Repeat(100_000, i => $"RUN --mount=type=cache,target=/t{i},id=${{X}} echo {i}\n")));

    [Fact]
    public void A_hundred_thousand_variables_are_read() =>
        Assert.Null(Run("FROM a\n" + Repeat(50_000, i => $"ENV V{i}=x{i % 7}\nARG A{i}=$V{i}\n")));

    [Fact]
    public void Fifty_thousand_stages_are_read() =>
        Assert.Null(Run("FROM a AS s0\n" + Repeat(50_000, i => $"FROM s{i} AS s{i + 1}\nONBUILD RUN true\nCOPY --from=s{i} /a /a\n")));

    [Fact]
    public void A_circle_of_fifty_thousand_stages_is_refused() =>
        Assert.IsType<LocatedException>(Run(Repeat(50_000, i => $"FROM a AS s{i}\nCOPY --from=s{(i + 1) % 50_000} /a /a\n")));

    [Fact]
    public void A_hundred_thousand_here_documents_are_read() =>
        Assert.Null(Run("FROM a\n" + Repeat(100_000, i => $"RUN <<E{i}\n<<x\nE{i}\n")));

    [Fact]
    public void Open_quotes_and_braces_without_end_are_refused() =>
        Assert.IsType<LocatedException>(Run("FROM a\nENV A=" + Repeat(200_000, _ => "${A:-\\\n'\"\\\n")));

    [Fact]
    public void Binary_junk_is_refused()
    {
        var junk = Repeat(5_000_000, i => ((char)(byte)((i * 2_654_435_761L) >> 13)).ToString());
        Assert.IsType<LocatedException>(Run(junk));
    }

    private static Exception? Run(string text)
    {
        var watch = Stopwatch.StartNew();
        var fault = Record.Exception(() => DockerfileDocument.Parse(new("Dockerfile", text)).Resolve(new()));
        Assert.True(watch.Elapsed < _limit, $"took {watch.Elapsed}");
        return fault;
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }
}
