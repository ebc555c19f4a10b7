using Attune.Workflow.Ci;

namespace Attune.Workflow.Tests.Ci;

public sealed class CacheStepTests
{
    private const string Key = "        key: ${{ runner.os }}-${{ hashFiles('**/Cargo.lock', '**/*.csproj') }}\n";
    private const string RestoreKeys = "        restore-keys: ${{ runner.os }}-\n";

    [Fact]
    public void A_run_with_new_lock_files_begins_with_what_an_earlier_one_left() =>
        Assert.Equal($"with:\n{Key}{RestoreKeys}- name: next\n", CacheStep.AddRestoreKeys($"with:\n{Key}- name: next\n"));

    [Fact]
    public void What_is_there_already_stays() =>
        Assert.Equal(Key + RestoreKeys, CacheStep.AddRestoreKeys(Key + RestoreKeys));

    [Theory]
    [InlineData("key: value\n")]
    [InlineData("        key: fixed\n")]
    public void Other_keys_stay(string text) => Assert.Equal(text, CacheStep.AddRestoreKeys(text));
}
