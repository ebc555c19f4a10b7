using Attune.Source;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.Compose.Tests;

/// <summary>Whatever a file holds, the answer is a project or a fault that a user can act on.</summary>
public class RobustnessTests
{
    private static readonly string[] _parts =
    [
        "services", "build", "image", "args", "extends", "include", "secrets", "depends_on", "tags", "x-a", "a", "b", "context", "file",
        "service", ": ", ":\n  ", ":\n    ", "\n", "\n  ", "\n    ", "\n      ", "- ", "[", "]", "{", "}", ", ", "&a ", "*a",
        "<<: ", "!reset ", "!override ", "!!int ",
        "\"", "'", "|\n", "> ", "#", "$", "${A", "${A:-", "---\n", "...\n", "%YAML 1.2\n", "\t", "@", "`", "~", "null", "1", "0644", ".inf",
        "2001-01-01", "\\0", "\\ud800", "\\x", "? ", "?", "é", "\u2028", "\u0085", "\uFEFF", "!<tag:yaml.org,2002:str> ", "compose.yaml", "=", "A=1",
    ];

    private static readonly string[] _sources = [.. CorpusCase.Names
        .SelectMany(name => Directory.GetFiles(Path.Combine(CorpusCase.Root, name), "*compose.y*ml"))
        .Select(File.ReadAllText)];

    [Property(MaxTest = 1000)]
    public bool Survives_any_sequence_of_tokens(NonEmptyArray<byte> choices) =>
        Answers(string.Concat(choices.Get.Select(c => _parts[c % _parts.Length])));

    [Property(MaxTest = 1000)]
    public bool Survives_any_text(NonNull<string> text) => Answers(text.Get);

    [Property(MaxTest = 1000)]
    public Property Survives_a_project_with_a_token_in_the_wrong_place() =>
        Prop.ForAll(
            (from source in Gen.Elements(_sources)
             from position in Gen.Choose(0, source.Length)
             from removed in Gen.Choose(0, Math.Min(20, source.Length - position))
             from part in Gen.Elements(_parts)
             select source.Remove(position, removed).Insert(position, part)).ToArbitrary(),
            Answers);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("&a *a ")]
    public void Survives_a_hundred_thousand_repetitions(string part) =>
        Assert.True(Answers(string.Concat(Enumerable.Repeat(part, 100_000))));

    [Fact]
    public void Survives_a_line_of_ten_megabytes() => Assert.True(Answers("services: {a: {image: " + new string('x', 10_000_000) + ", bild: 1}}"));

    private static bool Answers(string text)
    {
        try
        {
            var project = MemoryFiles.Load(("compose.yaml", text));
            return project.Services.Length + project.InactiveServices.Length > 0;
        }
        catch (LocatedException e)
        {
            return e.Describe().Length < 2000;
        }
        catch (UserErrorException)
        {
            return true;
        }
    }
}
