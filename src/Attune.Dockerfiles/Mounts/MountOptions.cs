using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Mounts;

/// <summary>Understands one option of a mount: https://docs.docker.com/reference/dockerfile/#run---mount.</summary>
internal static partial class MountOptions
{
    private static readonly string[] _types = ["bind", "cache", "tmpfs", "secret", "ssh"];
    private static readonly string[] _sharings = ["shared", "private", "locked"];

    private static readonly string[] _keys =
    [
        "type", "from", "source", "src", "target", "dst", "destination", "readonly", "ro", "readwrite", "rw", "id", "sharing", "required",
        "size", "mode", "uid", "gid", "env",
    ];

    /// <summary>The mount with the option applied.</summary>
    /// <param name="mount">What the options before this one said.</param>
    /// <param name="option">The option.</param>
    /// <param name="value">Its value, expanded; null when it has none.</param>
    /// <exception cref="FormatException">The key or the value is wrong; the message says how.</exception>
    public static ParsedMount Apply(ParsedMount mount, MountOption option, string? value) => value is null
        ? ApplyFlag(mount, option.Key)
        : option.Key switch
        {
            "type" => mount with { Type = (MountType)Choose(_types, value, "type of mount") },
            "from" => mount with { From = value },
            "source" or "src" => mount with { Source = value },
            "target" or "dst" or "destination" => mount with { Target = value },
            "id" => mount with { Id = value },
            "sharing" => mount with { Sharing = (CacheSharing)Choose(_sharings, value, "way of sharing") },
            "readonly" or "ro" => mount with { Access = ParseSwitch(value) ? MountAccess.ReadOnly : MountAccess.ReadWrite },
            "readwrite" or "rw" => mount with { Access = ParseSwitch(value) ? MountAccess.ReadWrite : MountAccess.ReadOnly },
            "required" => ApplyRequired(mount, value),
            "size" when mount.Type != MountType.Tmpfs => throw new FormatException($"'size' doesn't fit type={NameOf(mount.Type)}"),
            "size" => Size().IsMatch(value) ? mount : throw new FormatException($"'{value}' is no size such as 64m"),
            "mode" => mount with { Mode = ParseOctal(value) },
            "uid" => mount with { Uid = ParseId(value) },
            "gid" => mount with { Gid = ParseId(value) },
            "env" => mount,
            _ => throw UnknownKey(option.Key),
        };

    public static string NameOf(MountType type) => _types[(int)type];

    private static ParsedMount ApplyFlag(ParsedMount mount, string key) => key switch
    {
        "readonly" or "ro" => mount with { Access = MountAccess.ReadOnly },
        "readwrite" or "rw" => mount with { Access = MountAccess.ReadWrite },
        "required" => ApplyRequired(mount, "true"),
        _ when _keys.Contains(key) => throw new FormatException($"'{key}' needs a value"),
        "" => throw new FormatException("There is an empty mount option"),
        _ => throw UnknownKey(key),
    };

    private static ParsedMount ApplyRequired(ParsedMount mount, string value)
    {
        if (mount.Type is not (MountType.Secret or MountType.Ssh))
            throw new FormatException($"'required' doesn't fit type={NameOf(mount.Type)}");
        _ = ParseSwitch(value);
        return mount;
    }

    private static int Choose(string[] choices, string value, string what) => Array.IndexOf(choices, value.ToLowerInvariant()) is var index and >= 0
        ? index
        : throw new FormatException($"'{value}' is no {what}\n{Suggestion.For(value, choices) ?? $"It is one of {string.Join(", ", choices)}."}");

    private static FormatException UnknownKey(string key) =>
        new($"There is no mount option '{key}'\n{Suggestion.For(key, _keys) ?? $"The options are {string.Join(", ", _keys)}."}");

    // The spellings of Go's strconv.ParseBool.
    private static bool ParseSwitch(string value) => value switch
    {
        "1" or "t" or "T" or "TRUE" or "true" or "True" => true,
        "0" or "f" or "F" or "FALSE" or "false" or "False" => false,
        _ => throw new FormatException($"'{value}' is neither true nor false"),
    };

    private static uint ParseId(string value) => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new FormatException($"'{value}' is no numeric id");

    private static uint ParseOctal(string value)
    {
        var mode = 0UL;
        foreach (var c in value)
            mode = c is >= '0' and <= '7' && mode <= uint.MaxValue ? mode * 8 + (uint)(c - '0') : ulong.MaxValue;
        return value.Length > 0 && mode <= uint.MaxValue ? (uint)mode : throw new FormatException($"'{value}' is no octal mode such as 0755");
    }

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)* ?[kKmMgGtTpP]?[iI]?[bB]?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Size();
}
