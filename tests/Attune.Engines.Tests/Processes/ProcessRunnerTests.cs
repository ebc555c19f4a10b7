using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Tests.Processes;

public sealed class ProcessRunnerTests
{
    [Fact(Timeout = 30_000)]
    public async Task Both_outputs_and_the_exit_code_come_back()
    {
        var lines = new List<string>();
        var request = Shell("echo out; echo err >&2; exit 7") with
        {
            OnLine = line =>
            {
                lock (lines)
                    lines.Add(line);
            },
        };
        Assert.Equal(new ProcessOutcome(7, "out\n", "err\n"), await new ProcessRunner().RunAsync(request, CancellationToken.None));
        Assert.Equal(["err", "out"], lines.Order());
    }

    [Fact(Timeout = 30_000)]
    public async Task Variables_are_set_and_removed_and_the_directory_is_used()
    {
        using var directory = new TempDirectory();
        var request = Shell("echo $A-$HOME-$(pwd)") with
        {
            WorkingDirectory = directory.Path,
            Environment = new Dictionary<string, string?> { ["A"] = "x y", ["HOME"] = null },
        };
        Assert.Equal($"x y--{directory.Path}\n", (await new ProcessRunner().RunAsync(request, CancellationToken.None)).Output);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_program_that_asks_gets_no_answer_instead_of_waiting() =>
        Assert.Equal(1, (await new ProcessRunner().RunAsync(Shell("read answer"), CancellationToken.None)).ExitCode);

    [Fact(Timeout = 30_000)]
    public async Task Cancelling_kills_the_program_and_its_children()
    {
        using var directory = new TempDirectory();
        using var cancel = new CancellationTokenSource();
        var pidFile = Path.Combine(directory.Path, "pid");
        var run = new ProcessRunner().RunAsync(Shell($"sleep 600 & echo $! >{pidFile}.new; mv {pidFile}.new {pidFile}; wait"), cancel.Token);
        while (!File.Exists(pidFile))
            await Task.Delay(20);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        var child = int.Parse((await File.ReadAllTextAsync(pidFile)).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        while (IsAlive(child))
            await Task.Delay(20);
    }

    [Fact(Timeout = 30_000)]
    public async Task Output_that_is_taken_as_bytes_is_no_text()
    {
        byte[] taken = [];
        var request = Shell("printf 'a\\377'; echo err >&2") with
        {
            OnOutput = async (output, token) =>
            {
                using var copy = new MemoryStream();
                await output.CopyToAsync(copy, token);
                taken = copy.ToArray();
            },
        };
        Assert.Equal(new ProcessOutcome(0, "", "err\n"), await new ProcessRunner().RunAsync(request, CancellationToken.None));
        Assert.Equal([(byte)'a', 0xff], taken);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_program_whose_output_nobody_can_take_is_ended()
    {
        var request = Shell("echo; exec sleep 600") with { OnOutput = (_, _) => throw new InvalidDataException("no tar") };
        await Assert.ThrowsAsync<InvalidDataException>(() => new ProcessRunner().RunAsync(request, CancellationToken.None));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_program_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(
            () => new ProcessRunner().RunAsync(new ProcessRequest("no-such-program", []), CancellationToken.None));
        Assert.Contains("no-such-program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_is_shown_as_one_would_type_it() =>
        Assert.Equal("docker compose -f 'my file.yml' up 'it'\\''s' ''", new ProcessRequest("docker", ["compose", "-f", "my file.yml", "up", "it's", ""]).ToString());

    [Fact]
    public void The_last_lines_end_with_the_errors() =>
        Assert.Equal(["two", "bad"], new ProcessOutcome(1, "one\n\ntwo\n", "bad\n").LastLines(2));

    private static ProcessRequest Shell(string script) => new("sh", ["-c", script]);

    // A killed child whose parent is gone may stay a zombie for a moment.
    private static bool IsAlive(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
