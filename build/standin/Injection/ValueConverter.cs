using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Injection;

/// <summary>Turns what a user wrote into a member's type, or says what is allowed.</summary>
internal static class ValueConverter
{
    /// <exception cref="FormatException">The message says what is allowed.</exception>
    public static object Convert(IReadOnlyList<string> values, Type type, string baseDirectory)
    {
        if (type.IsArray)
        {
            var element = type.GetElementType()!;
            var array = Array.CreateInstance(element, values.Count);
            for (var i = 0; i < values.Count; i++)
                array.SetValue(Convert([values[i]], element, baseDirectory), i);
            return array;
        }

        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        if (scalar == typeof(bool) && values.Count == 0)
            return true;
        return values switch
        {
            [var value] => One(value, scalar, baseDirectory),
            [] => throw new FormatException("needs a value. " + Allowed(scalar)),
            _ => throw new FormatException($"takes one value, not {values.Count}: {string.Join(' ', values)}"),
        };
    }

    public static IReadOnlyList<string> Split(IReadOnlyList<string> values, char? separator) =>
        separator is { } by && values.Any(value => value.Contains(by))
            ? [.. values.SelectMany(value => value.Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : values;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Types of parameters come from the build, of which nothing is trimmed.")]
    private static object One(string value, Type type, string baseDirectory)
    {
        if (type == typeof(string))
            return value;
        if (type == typeof(AbsolutePath))
            return AbsolutePath.Create(Path.Combine(baseDirectory, value));
        if (type == typeof(Host))
            return Host.Named(value) ?? throw Refused(value, type);
        if (type.IsEnum)
        {
            return Enum.GetNames(type).FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse(type, name)
                : throw Refused(value, type);
        }

        if (type.IsSubclassOf(typeof(Enumeration)))
            return Enumeration.Named(type, value) ?? throw Refused(value, type);
        try
        {
            return type == typeof(bool) && bool.TryParse(value, out var flag)
                ? flag
                : TypeDescriptor.GetConverter(type).ConvertFrom(null, CultureInfo.InvariantCulture, value) ?? throw Refused(value, type);
        }
#pragma warning disable CA1031 // Do not catch general exception types: TypeConverter implementations throw what they like.
        catch (Exception)
#pragma warning restore CA1031
        {
            throw Refused(value, type);
        }
    }

    private static FormatException Refused(string value, Type type) => new($"does not take the value '{value}'. {Allowed(type)}");

    private static string Allowed(Type type)
    {
        IEnumerable<string>? names = type.IsEnum ? Enum.GetNames(type)
            : type == typeof(bool) ? ["true", "false"]
            : type == typeof(Host) ? Host.Names
            : Enumeration.NamesOf(type);
        return "Allowed: " + (names is not null ? string.Join(", ", names) : type == typeof(int) ? "a whole number" : $"a value of type {type.Name}");
    }
}
