using System.Text;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Source;
using FsCheck.Xunit;

namespace Attune.Dockerfiles.Tests;

[Properties(Arbitrary = [typeof(DockerfileTexts)], MaxTest = 2_000)]
public class PropertyTests
{
    [Property]
    public void Any_text_is_read_or_refused_with_a_place(DockerfileText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text.Text) is { } document && Record.Exception(() => document.Resolve(new())) is { } fault)
            Assert.IsType<LocatedException>(fault);
        FrontendReference.Detect(new("Dockerfile", text.Text));
    }

    [Property]
    public void Instructions_and_what_is_between_them_make_up_the_text(DockerfileText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text.Text) is not { } document)
            return;
        var (rebuilt, position) = (new StringBuilder(), 0);
        foreach (var instruction in document.Instructions)
        {
            var between = text.Text[position..instruction.Span.Start];
            Assert.All(between.Split('\n'), line => Assert.True(line.TrimStart('\uFEFF').Trim() is "" or ['#', ..], $"skipped '{line}'"));
            rebuilt.Append(between).Append(text.Text, instruction.Span.Start, instruction.Span.Length);
            position = instruction.Span.End;
        }

        Assert.Equal(text.Text, rebuilt.Append(text.Text[position..]).ToString());
    }

    [Property]
    public void Spans_lie_inside_each_other_and_cover_what_they_say(DockerfileText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var instruction in TryParse(text.Text)?.Instructions ?? [])
        {
            AssertInside(instruction.KeywordSpan, instruction.Span);
            AssertInside(instruction.Arguments.Span, instruction.Span);
            foreach (var flag in instruction.Flags)
                AssertFlag(flag, instruction, text.Text);
            foreach (var mount in (instruction as RunInstruction)?.Mounts ?? [])
                AssertOptions(mount, text.Text);
            foreach (var heredoc in instruction.Heredocs)
            {
                AssertInside(heredoc.Span, instruction.Span);
                Assert.Equal(heredoc.Content, text.Text.Substring(heredoc.ContentSpan.Start, heredoc.ContentSpan.Length));
            }
        }
    }

    private static void AssertFlag(Flag flag, Instruction instruction, string text)
    {
        AssertInside(flag.Span, instruction.Span);
        AssertInside(flag.ValueSpan, flag.Span);
        Assert.Equal('-', text[flag.Span.Start]);
    }

    private static void AssertOptions(MountFlag mount, string text)
    {
        var end = mount.Flag.ValueSpan.Start;
        foreach (var option in mount.Options)
        {
            AssertInside(option.Span, mount.Flag.ValueSpan);
            AssertInside(option.KeySpan, option.Span);
            AssertInside(option.ValueSpan, option.Span);
            Assert.True(option.Span.Start >= end);
            end = option.Span.End;
            var covered = text.Substring(option.ValueSpan.Start, option.ValueSpan.Length);
            if (!covered.AsSpan().ContainsAny("\\`'\"\n"))
                Assert.Equal(option.Value ?? "", covered);
        }
    }

    private static void AssertInside(Span inner, Span outer) =>
        Assert.True(inner.Start >= outer.Start && inner.End <= outer.End, $"{inner} is not inside {outer}");

    private static DockerfileDocument? TryParse(string text)
    {
        try
        {
            return DockerfileDocument.Parse(new("Dockerfile", text));
        }
        catch (LocatedException fault)
        {
            Assert.NotEmpty(fault.Describe());
            return null;
        }
    }
}
