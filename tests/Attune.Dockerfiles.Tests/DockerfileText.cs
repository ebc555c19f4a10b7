using FsCheck;
using FsCheck.Fluent;

namespace Attune.Dockerfiles.Tests;

/// <summary>Texts that look enough like a Dockerfile to get deep into the reader, with junk among them.</summary>
public sealed record DockerfileText(string Text)
{
    private static readonly string[] _pieces =
    [
        "FROM a\n", "FROM a AS b\n", "FROM b\n", "RUN ", "COPY ", "ADD ", "ENV ", "ARG X", "ONBUILD ", "HEALTHCHECK ", "WORKDIR /w\n", "LABEL ", "VOLUME ",
        "--mount=", "type=cache", "target=/t", ",", "id=", "sharing=locked", "--from=", "--platform=", "--", "=", "0", "b", "x y", "$X", "${X", "}", ":-", "//", "'",
        "\"", "\\", "`", "\n", "\r\n", " ", "\t", "#", "# escape=`\n", "# syntax=x\n", "<<EOF", "<<-'E'", "EOF", "\nEOF\n", "[\"a\"", ", \"b\"]", "[1]", "\uFEFF", "\0", "é", "\uD83D",
        "CMD", " /dst\n", "true\n", "from=b", "\\\n", " \\\n", "\u00A0",
    ];

    public override string ToString() => Text;

    internal static Gen<DockerfileText> Generate() =>
        from pieces in Gen.ArrayOf(Gen.Frequency((20, Gen.Elements(_pieces)), (1, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""))))
        from starts in Gen.Elements("", "FROM a\n", "FROM a AS b\nRUN --mount=type=cache,target=/c true\n")
        select new DockerfileText(starts + string.Concat(pieces));
}

/// <summary>Tells FsCheck how to make texts.</summary>
public static class DockerfileTexts
{
    public static Arbitrary<DockerfileText> Texts() => Arb.From(
        DockerfileText.Generate(),
        text => text.Text.Length < 2 ? [] : [new(text.Text[..(text.Text.Length / 2)]), new(text.Text[1..]), new(text.Text[..^1])]);
}
