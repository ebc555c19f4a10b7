using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A closed set of named values, held in public static fields of the subclass.</summary>
public abstract class Enumeration : IEquatable<Enumeration>
{
    protected string Value { get; set; } = "";

    public static implicit operator string(Enumeration value) => value.Value;

    public static bool operator ==(Enumeration? left, Enumeration? right) => Equals(left, right);

    public static bool operator !=(Enumeration? left, Enumeration? right) => !Equals(left, right);

    public bool Equals(Enumeration? other) => other?.GetType() == GetType() && other.Value == Value;

    public override bool Equals(object? obj) => Equals(obj as Enumeration);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    internal static IEnumerable<string>? NamesOf(Type type) =>
        type.IsSubclassOf(typeof(Enumeration)) ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name) : null;

    internal static object? Named(Type type, string name) =>
        type.GetField(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.IgnoreCase)?.GetValue(null);

    public class TypeConverter<T> : TypeConverter
        where T : Enumeration
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => Named(typeof(T), (string)value);
    }
}
