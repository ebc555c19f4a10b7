using System.Text;
using Attune.BuildKit.Session.FileSync.Trees;
using FsCheck;
using FsCheck.Xunit;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class Utf8OrderTests
{
    [Property]
    public bool Orders_names_as_their_bytes(NonNull<string> left, NonNull<string> right)
    {
        var (a, b) = (Valid(left.Get), Valid(right.Get));
        var expected = Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
        return Math.Sign(Utf8Order.Instance.Compare(a, b)) == Math.Sign(expected);
    }

    [Theory]
    [InlineData("a", "a-file")]
    [InlineData("\uFF5E", "😀")]
    [InlineData("z", "ü")]
    public void Orders_as_fsutil_demands(string first, string second) => Assert.True(Utf8Order.Instance.Compare(first, second) < 0);

    /// <summary>Lone surrogates have no UTF-8 form, and no file name has any.</summary>
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
