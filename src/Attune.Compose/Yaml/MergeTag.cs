namespace Attune.Compose.Yaml;

/// <summary>The YAML tags by which a file says how its value meets the one of an earlier file.</summary>
internal enum MergeTag
{
    /// <summary>Merged by the field's own rule.</summary>
    None,

    /// <summary><c>!reset</c>: the earlier value goes, and so does this one.</summary>
    Reset,

    /// <summary><c>!override</c>: this value replaces the earlier one.</summary>
    Override,
}
