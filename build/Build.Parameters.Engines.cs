partial class Build
{
    [Parameter("Where images go when several engines build: first or none")] readonly ImageLoading LoadTo;
}
