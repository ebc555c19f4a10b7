using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Dockerfiles.Parsing;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles;

/// <summary>A Dockerfile as it is written; <see cref="Resolve"/> says what it means for a build.</summary>
public sealed record DockerfileDocument
{
    private DockerfileDocument(ParseContext context) => Context = context;

    /// <summary>The text that all spans refer to.</summary>
    public SourceText Source => Context.Source;

    /// <summary>The character that escapes and continues lines: <c>\</c>, or <c>`</c> after <c># escape=`</c>.</summary>
    public char Escape => Context.Escape;

    /// <summary>The parser directives.</summary>
    public required ImmutableArray<ParserDirective> Directives { get; init; }

    /// <summary>The frontend that <c># syntax=</c> names, if any.</summary>
    public FrontendReference? Frontend { get; init; }

    /// <summary>All instructions in the order in which they are written.</summary>
    public required ImmutableArray<Instruction> Instructions { get; init; }

    /// <summary>The arguments that are declared before the first FROM.</summary>
    public required ImmutableArray<Argument> GlobalArguments { get; init; }

    /// <summary>The stages in the order in which they are written; at least one.</summary>
    public required ImmutableArray<StageDeclaration> Stages { get; init; }

    internal ParseContext Context { get; }

    /// <summary>Reads a Dockerfile; as lenient as BuildKit, which leaves mount options to <see cref="Resolve"/>.</summary>
    /// <exception cref="LocatedException">The first fault of the file.</exception>
    public static DockerfileDocument Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var directives = DirectiveReader.Read(source);
        var context = ParseContext.Of(source, directives);
        var instructions = DocumentReader.Read(context);
        return new(context)
        {
            Directives = directives,
            Frontend = FrontendReference.Detect(source),
            Instructions = instructions,
            GlobalArguments = [.. instructions.TakeWhile(i => i is ArgInstruction).Cast<ArgInstruction>().SelectMany(a => a.Declared)],
            Stages = StageCollector.Collect(instructions, context),
        };
    }

    /// <summary>Works out what the Dockerfile means for one build.</summary>
    /// <exception cref="LocatedException">A stage that the build needs is faulty, or stages need each other.</exception>
    /// <exception cref="UserErrorException">The target is no stage of the Dockerfile.</exception>
    public ResolvedBuild Resolve(BuildInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return BuildResolver.Resolve(this, inputs);
    }

    /// <summary>Where something stands in the file.</summary>
    public SourceLocation LocationOf(Span span) => Source.LocationOf(span);
}
