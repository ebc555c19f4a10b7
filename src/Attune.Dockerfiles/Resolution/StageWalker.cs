using System.Collections.Immutable;
using Attune.Dockerfiles.Context;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Scopes;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles.Resolution;

/// <summary>Carries out a stage's instructions as far as they matter for variables, mounts and what is read.</summary>
internal sealed class StageWalker(DockerfileDocument document, BuildInputs inputs, ImmutableDictionary<string, string> globals, Findings findings)
{
    // What the frontend sets when the base has no PATH.
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private readonly WordExpander _expander = new(document.Source, document.Escape);
    private readonly MountCollector _mounts = new(document, inputs, findings);

    /// <exception cref="LocatedException">Something in the stage is faulty.</exception>
    public void Walk(StageNode stage)
    {
        var scope = StartScope(stage);
        if (stage.Origin == StageOrigin.Dockerfile)
        {
            foreach (var command in stage.Commands)
                scope = Step(stage, command, scope);
            foreach (var run in stage.Declaration.Instructions.OfType<OnbuildInstruction>().Select(o => o.Trigger).OfType<RunInstruction>())
                _mounts.CollectDeferred(stage, run, scope);
        }

        stage.FinalScope = scope;
    }

    private StageScope StartScope(StageNode stage)
    {
        if (stage.Origin == StageOrigin.NamedContext)
        {
            findings.References.Add(new(stage.Declaration.Name!, ReferenceUse.Stage, ReferenceOrigin.NamedContext, stage.Declaration)
            {
                Span = stage.Declaration.From.Name!.Value.Span,
            });
            return new() { Base = Certainty.DependsOnBaseImage, WorkingDirectoryCertainty = Certainty.DependsOnBaseImage };
        }

        if (stage.Base is not null)
            return stage.Base.FinalScope!;
        if (stage.BaseName.Text == ImageName.Scratch)
            return new StageScope().Set("PATH", DefaultPath, Certainty.Certain);
        AddReference(stage, ReferenceUse.Base, stage.BaseName.Text, stage.Declaration.From.Base.Span);
        if (!inputs.BaseImages.TryGetValue(stage.BaseName.Text, out var image))
        {
            return WellKnownImages.EnvironmentOf(stage.BaseName.Text).Aggregate(
                new StageScope { Base = Certainty.DependsOnBaseImage, WorkingDirectoryCertainty = Certainty.DependsOnBaseImage },
                (scope, variable) => scope.Set(variable.Key, variable.Value, Certainty.DependsOnBaseImage));
        }

        var scope = new StageScope().Set("PATH", DefaultPath, Certainty.Certain).ChangeDirectory(new(image.WorkingDirectory, [], Certainty.Certain));
        return scope with { Variables = scope.Variables.SetItems(image.Environment) };
    }

    private StageScope Step(StageNode stage, StageCommand command, StageScope scope)
    {
        foreach (var link in command.Links.OfType<StageLink>())
            Use(stage, command.Instruction, link);
        switch (command.Instruction)
        {
            case ArgInstruction arg:
                return arg.Declared.Aggregate(scope, Declare);
            case KeyValueInstruction { Keyword: "ENV" } env:
                return SetEnvironment(env, scope);
            case SimpleInstruction { Keyword: "WORKDIR" } workdir:
                return scope.ChangeDirectory(scope.Expand(workdir.Words[0], _expander));
            case RunInstruction run:
                _mounts.Collect(stage, command, run, scope);
                return scope;
            case CopyInstruction copy:
                Copy(stage, command, copy, scope);
                return scope;
            case KeyValueInstruction label:
                Check(label.Pairs.SelectMany(p => new[] { p.Key, p.Value }), scope);
                return scope;
            case SimpleInstruction { Keyword: not "MAINTAINER" } simple:
                Check(simple.Words, scope);
                return scope;
            default:
                return scope;
        }
    }

    private void Check(IEnumerable<Word> words, StageScope scope)
    {
        foreach (var word in words)
            scope.Expand(word, _expander);
    }

    private void Use(StageNode stage, Instruction instruction, StageLink link)
    {
        var use = instruction is CopyInstruction ? ReferenceUse.Copy : ReferenceUse.Mount;
        if (link.Stage is null)
        {
            if (link.Name != ImageName.Scratch)
                AddReference(stage, use, link.Name, link.Span);
        }
        else if (link.Stage.FinalScope is null)
        {
            throw document.Context.Fault(
                link.Span, $"Stage '{link.Stage.Declaration.DisplayName}' comes too late to be used here", "Move it before this stage.");
        }
    }

    private void AddReference(StageNode stage, ReferenceUse use, string name, Span span)
    {
        var familiar = ImageName.Familiar(name);
        var origin = inputs.NamedContexts.Any(c => ImageName.Familiar(c) == familiar) ? ReferenceOrigin.NamedContext : ReferenceOrigin.Image;
        findings.References.Add(new(name, use, origin, stage.Declaration)
        {
            Span = span,
            Platform = use == ReferenceUse.Base ? stage.Platform : null,
            UnsetVariables = use == ReferenceUse.Base ? stage.BaseName.Unset : [],
        });
    }

    private StageScope Declare(StageScope scope, Argument argument)
    {
        var name = argument.Name.Text;
        if (inputs.BuildArguments.TryGetValue(name, out var given))
            return scope.Set(name, given, Certainty.Certain);
        if (argument.Default is { } written)
        {
            var value = scope.Expand(written, _expander);
            return scope.Set(name, value.Text, value.Certainty);
        }

        return globals.TryGetValue(name, out var global) ? scope.Set(name, global, Certainty.Certain) : scope;
    }

    // All pairs of one ENV are expanded before the first is set.
    private StageScope SetEnvironment(KeyValueInstruction env, StageScope scope)
    {
        var after = scope;
        foreach (var pair in env.Pairs)
        {
            var value = scope.Expand(pair.Value, _expander);
            after = after.Set(scope.Expand(pair.Key, _expander).Text, value.Text, value.Certainty);
        }

        return after;
    }

    private void Copy(StageNode stage, StageCommand command, CopyInstruction copy, StageScope scope)
    {
        ImmutableArray<ScopedText> sources = [.. copy.Sources.Select(s => scope.Expand(s, _expander))];
        scope.Expand(copy.Destination, _expander);
        if (!command.Links.IsEmpty)
            return;
        // The frontend asks for git addresses too, as if they were paths, though it never reads them from the context.
        var requested = copy.Keyword == "ADD" ? sources.Where(s => !RemoteSource.IsHttp(s.Text)) : sources;
        findings.RequestedPaths.AddRange(requested.Select(s => s.Text));
        ImmutableArray<ScopedText> read = copy.Keyword == "ADD" ? [.. sources.Where(s => !RemoteSource.IsRemote(s.Text))] : sources;
        if (read.IsEmpty)
            return;
        findings.ContextCopies.Add(new(stage.Declaration, copy, [.. read.Select(s => s.Text)])
        {
            Span = copy.Span,
            Certainty = read.Any(s => s.Certainty != Certainty.Certain) ? Certainty.DependsOnBaseImage : Certainty.Certain,
        });
    }
}
