using System.Globalization;
using Attune.Compose.Yaml;
using FsCheck;
using FsCheck.Xunit;

namespace Attune.Compose.Tests.Yaml;

public class PlainScalarsTests
{
    [Theory]
    [InlineData("yes", ScalarKind.Text, "yes")]
    [InlineData("on", ScalarKind.Text, "on")]
    [InlineData("True", ScalarKind.Boolean, "true")]
    [InlineData("~", ScalarKind.Null, "")]
    [InlineData("", ScalarKind.Null, "")]
    [InlineData("0", ScalarKind.WholeNumber, "0")]
    [InlineData("-0", ScalarKind.WholeNumber, "0")]
    [InlineData("+12", ScalarKind.WholeNumber, "12")]
    [InlineData("0644", ScalarKind.WholeNumber, "420")]
    [InlineData("0o17", ScalarKind.WholeNumber, "15")]
    [InlineData("0x1F", ScalarKind.WholeNumber, "31")]
    [InlineData("-0b11", ScalarKind.WholeNumber, "-3")]
    [InlineData("1_000", ScalarKind.WholeNumber, "1000")]
    [InlineData("18446744073709551615", ScalarKind.WholeNumber, "18446744073709551615")]
    [InlineData("18446744073709551616", ScalarKind.Number, "1.8446744073709552e+19")]
    [InlineData("09", ScalarKind.Number, "9")]
    [InlineData("1e3", ScalarKind.Number, "1000")]
    [InlineData("1.50", ScalarKind.Number, "1.5")]
    [InlineData(".5", ScalarKind.Number, "0.5")]
    [InlineData("-12.25e1", ScalarKind.Number, "-122.5")]
    [InlineData("0.0001", ScalarKind.Number, "0.0001")]
    [InlineData("0.00001", ScalarKind.Number, "1e-05")]
    [InlineData("123456789e12", ScalarKind.Number, "1.23456789e+20")]
    [InlineData("100000.0", ScalarKind.Number, "100000")]
    [InlineData("1e6", ScalarKind.Number, "1e+06")]
    [InlineData("1234567.5", ScalarKind.Number, "1.2345675e+06")]
    [InlineData("2001-13-45", ScalarKind.Text, "2001-13-45")]
    [InlineData("2001-01-01T1:02:03", ScalarKind.Text, "2001-01-01T1:02:03")]
    [InlineData("2001-01-01 1:02:03", ScalarKind.Timestamp, "2001-01-01 1:02:03")]
    [InlineData("2001-01-01T1:02:03Z", ScalarKind.Timestamp, "2001-01-01T1:02:03Z")]
    [InlineData("1e21", ScalarKind.Number, "1e+21")]
    [InlineData("1e-100", ScalarKind.Number, "1e-100")]
    [InlineData("-.inf", ScalarKind.Number, "-Inf")]
    [InlineData("2001-01-01", ScalarKind.Timestamp, "2001-01-01")]
    [InlineData("1:30", ScalarKind.Text, "1:30")]
    [InlineData("1.2.3", ScalarKind.Text, "1.2.3")]
    [InlineData("-", ScalarKind.Text, "-")]
    [InlineData("0x", ScalarKind.Text, "0x")]
    [InlineData("+a", ScalarKind.Text, "+a")]
    public void Types_a_plain_scalar_as_compose_does(string text, ScalarKind kind, string result) =>
        Assert.Equal((kind, result), PlainScalars.Resolve(text));

    [Property]
    public bool Writes_a_number_so_that_it_reads_back(NormalFloat number) =>
        double.Parse(GoNumber.Format(number.Get), CultureInfo.InvariantCulture).Equals(number.Get);
}
