using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalized path.</summary>
[TypeConverter(typeof(Converter))]
public sealed class AbsolutePath : IEquatable<AbsolutePath>
{
    private readonly string path;

    private AbsolutePath(string path) => this.path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    public string Name => Path.GetFileName(path);

    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(path);

    public string Extension => Path.GetExtension(path);

    public AbsolutePath? Parent => Path.GetDirectoryName(path) is { } parent ? new AbsolutePath(parent) : null;

    public static AbsolutePath Create(string path) =>
        Path.IsPathRooted(path) ? new AbsolutePath(path) : throw new ArgumentException($"Path '{path}' must be rooted", nameof(path));

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path) => path is null ? null : Create(path);

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?.path;

    public static AbsolutePath operator /(AbsolutePath left, string right) => new(Path.Combine(left.path, right));

    public static bool operator ==(AbsolutePath? left, AbsolutePath? right) => Equals(left, right);

    public static bool operator !=(AbsolutePath? left, AbsolutePath? right) => !Equals(left, right);

    public bool Equals(AbsolutePath? other) =>
        path.Equals(other?.path, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as AbsolutePath);

    public override int GetHashCode() =>
        path.GetHashCode(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public override string ToString() => path;

    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? new AbsolutePath(text) : null;
    }
}
