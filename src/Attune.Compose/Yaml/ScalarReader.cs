using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Attune.Compose.Yaml;

/// <summary>Gives a scalar its type: by its tag, or as plain text resolves.</summary>
internal static class ScalarReader
{
    public static ComposeScalar Read(Scalar scalar, Origin origin)
    {
        var mergeTag = MergeTagOf(scalar.Tag);
        var plain = scalar.Style is ScalarStyle.Plain;
        var tag = scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? "" : scalar.Tag.Value;
        var (kind, text) = tag switch
        {
            "" when plain && !scalar.Tag.IsNonSpecific => PlainScalars.Resolve(scalar.Value),
            "tag:yaml.org,2002:null" => (ScalarKind.Null, ""),
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" => Tagged(scalar.Value, tag, origin),
            _ when plain && mergeTag != MergeTag.None => PlainScalars.Resolve(scalar.Value),
            _ => (ScalarKind.Text, scalar.Value),
        };
        return new(kind, text, origin, mergeTag);
    }

    public static MergeTag MergeTagOf(TagName tag) => tag.IsEmpty ? MergeTag.None : tag.Value switch
    {
        "!reset" => MergeTag.Reset,
        "!override" => MergeTag.Override,
        _ => MergeTag.None,
    };

    private static (ScalarKind Kind, string Text) Tagged(string value, string tag, Origin origin)
    {
        var resolved = PlainScalars.Resolve(value);
        var fits = tag[^3..] switch
        {
            "int" => resolved.Kind is ScalarKind.WholeNumber,
            "ool" => resolved.Kind is ScalarKind.Boolean,
            _ => resolved.Kind is ScalarKind.WholeNumber or ScalarKind.Number,
        };
        return fits ? resolved : throw origin.Fault($"'{value}' is not what its tag !!{tag[(tag.LastIndexOf(':') + 1)..]} says");
    }
}
