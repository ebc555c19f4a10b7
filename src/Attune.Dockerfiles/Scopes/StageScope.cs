using System.Collections.Immutable;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Scopes;

/// <summary>The variables and the working directory at one point of a stage.</summary>
internal sealed record StageScope
{
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Variables whose values hold one that the base image may set.</summary>
    public ImmutableHashSet<string> Uncertain { get; init; } = [];

    /// <summary>Absolute; <c>/</c> when nothing sets it.</summary>
    public string WorkingDirectory { get; init; } = "/";

    public Certainty WorkingDirectoryCertainty { get; init; }

    /// <summary>Whether unset variables may be set by the base image.</summary>
    public Certainty Base { get; init; }

    public ScopedText Expand(Word word, WordExpander expander)
    {
        var certainty = Certainty.Certain;
        var expanded = expander.Expand(word, Look, Base == Certainty.Certain ? LexerModes.None : LexerModes.AssumeSet);
        return new(expanded.Text, expanded.Unset, certainty);

        string? Look(string name)
        {
            var value = Variables.GetValueOrDefault(name);
            if (value is null ? Base == Certainty.DependsOnBaseImage && IsName(name) : Uncertain.Contains(name))
                certainty = Certainty.DependsOnBaseImage;
            return value;
        }
    }

    public StageScope Set(string name, string value, Certainty certainty) => this with
    {
        Variables = Variables.SetItem(name, value),
        Uncertain = certainty == Certainty.Certain ? Uncertain.Remove(name) : Uncertain.Add(name),
    };

    public StageScope ChangeDirectory(ScopedText path) => this with
    {
        WorkingDirectory = path.Text.StartsWith('/') ? path.Text : PosixPath.Join(WorkingDirectory, path.Text),
        WorkingDirectoryCertainty = path.Text.StartsWith('/') && path.Certainty == Certainty.Certain ? Certainty.Certain
            : path.Certainty == Certainty.DependsOnBaseImage ? path.Certainty
            : WorkingDirectoryCertainty,
    };

    // A substitution may have no name, ${/a/b}: then there is nothing that the base image could set.
    private static bool IsName(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_');
}
