using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Parsing;
using Attune.Dockerfiles.Scopes;
using Attune.Source;

namespace Attune.Dockerfiles.Mounts;

/// <summary>Understands a whole mount.</summary>
internal static class MountParser
{
    private const string LiteralAdvice =
        "This engine's own frontend leaves variables in --mount alone; the first line '# syntax=docker/dockerfile:1' brings one that expands them.";

    /// <param name="flag">The mount as it is written.</param>
    /// <param name="expand">Expands a value, or doesn't.</param>
    /// <param name="context">The file.</param>
    /// <exception cref="LocatedException">An option is unknown, has a bad value or doesn't fit the mount's type.</exception>
    public static ParsedMount Parse(MountFlag flag, Func<Word, ScopedText> expand, ParseContext context)
    {
        var (mount, unset) = (new ParsedMount(), new List<string>());
        foreach (var option in flag.Options)
        {
            var value = option.Value is null ? (ScopedText?)null : expand(new(option.Value, option.ValueSpan));
            try
            {
                mount = MountOptions.Apply(mount, option, value?.Text);
            }
            catch (FormatException) when (value is { Certainty: Certainty.DependsOnBaseImage })
            {
                // What the base image sets may make it right.
            }
            catch (FormatException e)
            {
                throw Locate(e, option, value, context);
            }

            if (value is null)
                continue;
            unset.AddRange(value.Value.Unset);
            if (value.Value.Certainty != Certainty.Certain)
                mount = mount with { Certainty = value.Value.Certainty };
        }

        Check(mount, flag, context);
        return mount with { Unset = [.. unset] };
    }

    private static LocatedException Locate(FormatException fault, MountOption option, ScopedText? value, ParseContext context)
    {
        var parts = fault.Message.Split('\n');
        var isAboutValue = option.ValueSpan.Length > 0 && parts[0].StartsWith($"'{value?.Text}'", StringComparison.Ordinal);
        return context.Fault(
            isAboutValue ? option.ValueSpan : option.Span,
            parts[0],
            IsVariableLeftAlone(option, value) ? LiteralAdvice : parts.ElementAtOrDefault(1));
    }

    private static bool IsVariableLeftAlone(MountOption option, ScopedText? value) =>
        value is { } taken && taken.Text == option.Value && taken.Text.Contains('$', StringComparison.Ordinal);

    private static void Check(ParsedMount mount, MountFlag flag, ParseContext context)
    {
        var type = MountOptions.NameOf(mount.Type);
        if (mount.Type is MountType.Bind or MountType.Tmpfs)
            foreach (var key in (ReadOnlySpan<string>)["mode", "uid", "gid"])
                if (flag.Find(key) is { } option)
                    throw context.Fault(option.Span, $"'{key}' doesn't fit type={type}");
        if (mount.Sharing is not null && mount.Type != MountType.Cache)
            throw context.Fault(flag.Find("sharing")!.Span, $"'sharing' doesn't fit type={type}", "It is for type=cache.");
        if (mount.Type != MountType.Secret)
            return;
        if (mount.From.Length > 0)
            throw context.Fault(flag.Find("from")!.Span, "'from' doesn't fit type=secret");
        if (mount.Source.Length > 0 && mount.Id.Length > 0)
            throw context.Fault(flag.Find("source", "src")!.Span, "A secret has an id or a source, not both");
        if (mount.Source.Length + mount.Id.Length + mount.Target.Length == 0)
            throw context.Fault(flag.Span, "A secret needs an id or a target");
    }
}
