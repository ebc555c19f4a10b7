using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Strategies.Rewriting;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.Strategies.Tests.Rewriting;

[Properties(Arbitrary = [typeof(MountedDockerfiles)], MaxTest = 1_000)]
public sealed class RewritingProperties
{
    [Property]
    public void Every_cache_mount_is_in_the_mode(MountedDockerfile dockerfile, MountSharing sharing)
    {
        if (sharing == MountSharing.AsWritten)
            return;
        var resolved = MountRewriting.Rewrite(Parse(dockerfile), sharing).Resolve(new());
        Assert.All(resolved.CacheMounts, m => Assert.Equal(sharing.ToString(), m.Sharing.ToString()));
    }

    [Property]
    public void Rewriting_twice_is_rewriting_once(MountedDockerfile dockerfile, MountSharing sharing)
    {
        var once = MountRewriting.Rewrite(Parse(dockerfile), sharing);
        Assert.Same(once, MountRewriting.Rewrite(once, sharing));
    }

    [Property]
    public void Nothing_outside_the_mode_changes(MountedDockerfile dockerfile, MountSharing sharing)
    {
        var before = Parse(dockerfile);
        Assert.Equal(WithoutModes(before), WithoutModes(MountRewriting.Rewrite(before, sharing)));
    }

    [Property]
    public void The_last_of_several_rewritings_wins(MountedDockerfile dockerfile)
    {
        var locked = MountRewriting.Rewrite(MountRewriting.Rewrite(Parse(dockerfile), MountSharing.Shared), MountSharing.Locked);
        var back = MountRewriting.Rewrite(MountRewriting.Rewrite(locked, MountSharing.Shared), MountSharing.Locked);
        Assert.Equal(locked.Source.Text, back.Source.Text);
    }

    // Cuts the values of the modes out, and those that were not there with their keys.
    private static string WithoutModes(DockerfileDocument document)
    {
        var text = document.Source.Text;
        var modes =
            from run in document.Instructions.OfType<RunInstruction>()
            from flag in run.Mounts
            where flag.Find("type")?.Value == "cache" && flag.Find("sharing") is not null
            select flag.Find("sharing")!.ValueSpan;
        foreach (var mode in modes.OrderByDescending(m => m.Start))
            text = text.Remove(mode.Start, mode.Length);
        return text.Replace(",sharing=", "", StringComparison.Ordinal);
    }

    private static DockerfileDocument Parse(MountedDockerfile dockerfile)
    {
        ArgumentNullException.ThrowIfNull(dockerfile);
        return DockerfileDocument.Parse(new("Dockerfile", dockerfile.Text));
    }
}

/// <summary>A valid Dockerfile full of mounts in every spelling.</summary>
public sealed record MountedDockerfile(string Text)
{
    public override string ToString() => Text;
}

/// <summary>Tells FsCheck how to make them.</summary>
public static class MountedDockerfiles
{
    private static readonly string[] _first = ["type=cache,target=/a", "target=/b,type=cache", "\"type=cache\",target=/c", "type=bind,target=/d", "type=cache,\\\ntarget=/e"];
    private static readonly string[] _modes = ["", ",sharing=shared", ",sharing=locked", ",sharing=private", ",\"sharing=locked\"", ",sharing=${MODE}", ",sharing=lo\\\ncked"];
    private static readonly string[] _last = ["", ",id=x", ",uid=1000", ",ro"];
    private static readonly string[] _ends = [" true", " \\\n # why\n  true", " <<EOF\nRUN --mount=type=cache,target=/z,sharing=locked x\nEOF", " [\"true\"]"];

    public static Arbitrary<MountedDockerfile> Texts() => Arb.From(
        from runs in Gen.ArrayOf(Run())
        from lineBreak in Gen.Elements("\n", "\r\n")
        select new MountedDockerfile(("# sharing=locked\nFROM a\nARG MODE=private\n" + string.Join('\n', runs) + "\n").ReplaceLineEndings(lineBreak)));

    private static Gen<string> Run() =>
        from mounts in Gen.NonEmptyListOf(Mount())
        from end in Gen.Elements(_ends)
        select "RUN " + string.Join(' ', mounts) + end;

    private static Gen<string> Mount() =>
        from first in Gen.Elements(_first)
        from mode in first.StartsWith("type=bind", StringComparison.Ordinal) ? Gen.Constant("") : Gen.Elements(_modes)
        from last in first.StartsWith("type=bind", StringComparison.Ordinal) ? Gen.Constant("") : Gen.Elements(_last)
        select $"--mount={first}{mode}{last}";
}
