namespace Attune.Source.Tests;

public sealed class SimultaneousTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(3000)]
    public void Results_are_in_the_order_of_the_items(int count) =>
        Assert.Equal(Enumerable.Range(0, count).Select(i => i * 2), Simultaneous.Select([.. Enumerable.Range(0, count)], i => i * 2));

    [Theory]
    [InlineData(3)]
    [InlineData(3000)]
    public void The_first_item_that_fails_is_the_one_that_is_told(int count)
    {
        var fault = Assert.Throws<UserErrorException>(() => Simultaneous.Select([.. Enumerable.Range(0, count)], i => i == 0 ? i : throw new UserErrorException($"item {i}")));
        Assert.Equal("item 1", fault.Message);
    }
}
