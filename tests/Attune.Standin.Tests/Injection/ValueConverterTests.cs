using Nuke.Common.IO;
using Nuke.Common.Injection;

namespace Attune.Standin.Tests.Injection;

public class ValueConverterTests
{
    [Fact]
    public void Converts_each_type_a_parameter_can_have()
    {
        Assert.Equal(7, Convert<int>("7"));
        Assert.Equal(7, Convert<int?>("7"));
        Assert.Equal(DayOfWeek.Friday, Convert<DayOfWeek>("friday"));
        Assert.Equal(TimeSpan.FromMinutes(5), Convert<TimeSpan>("00:05:00"));
        Assert.Equal(Configuration.Release, Convert<Configuration>("release"));
        Assert.True(Convert<bool>());
        Assert.False(Convert<bool>("False"));
        Assert.Equal(["a", "b"], Convert<string[]>("a", "b"));
        Assert.Empty(Convert<string[]>());
        Assert.Equal("/base/x", Convert<AbsolutePath>("x").ToString());
        Assert.Equal("/x", Convert<AbsolutePath>("/y/../x/").ToString());
    }

    [Theory]
    [InlineData(typeof(DayOfWeek), "some day", "does not take the value 'some day'. Allowed: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday")]
    [InlineData(typeof(Configuration), "x", "does not take the value 'x'. Allowed: Debug, Release")]
    [InlineData(typeof(bool), "maybe", "does not take the value 'maybe'. Allowed: true, false")]
    [InlineData(typeof(int?), "1.5", "does not take the value '1.5'. Allowed: a whole number")]
    [InlineData(typeof(TimeSpan), "x", "does not take the value 'x'. Allowed: a value of type TimeSpan")]
    public void Says_what_is_allowed(Type type, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ValueConverter.Convert([value], type, "/base")).Message);

    [Fact]
    public void Wants_exactly_one_value_for_a_scalar()
    {
        Assert.Equal("takes one value, not 2: 1 2", Assert.Throws<FormatException>(() => Convert<int>("1", "2")).Message);
        Assert.Equal("needs a value. Allowed: a whole number", Assert.Throws<FormatException>(() => Convert<int>()).Message);
    }

    [Theory]
    [InlineData("a,b", ',', "a|b")]
    [InlineData("a,b", null, "a,b")]
    [InlineData("a, ,b,", ',', "a|b")]
    public void Splits_at_the_separator_only(string value, char? separator, string values) =>
        Assert.Equal(values, string.Join('|', ValueConverter.Split([value], separator)));

    private static T Convert<T>(params string[] values) => (T)ValueConverter.Convert(values, typeof(T), "/base");
}
