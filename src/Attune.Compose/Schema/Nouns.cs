namespace Attune.Compose.Schema;

/// <summary>What the keys of a mapping are called in messages.</summary>
internal static class Nouns
{
    public const string Field = "field";
    public const string Service = "service";
    public const string Resource = "resource";
    public const string Key = "key";
}
