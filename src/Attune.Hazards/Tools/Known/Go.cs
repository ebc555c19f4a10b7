namespace Attune.Hazards.Tools.Known;

/// <summary>go: modules are locked with files inside the module cache; the build cache is made for concurrent use.</summary>
internal static class Go
{
    public static Tool Tool { get; } = new("go")
    {
        Commands = ["go", "xx-go", "golangci-lint", "mage", "ko"],
        Purges = ["go clean -modcache", "go clean -cache"],
        Directories =
        [
            new("module cache", Safety.Safe, "locks each module with a file inside the cache")
            {
                Paths = ["/go/pkg/mod", "/go/pkg", "/go", "~/go/pkg/mod", "~/go/pkg", "~/go", "/go/pkg/mod/cache", "~/go/pkg/mod/cache"],
                Variables = ["GOMODCACHE", "GOPATH/pkg/mod", "GOPATH/pkg", "GOPATH"],
                Sources =
                [
                    "https://github.com/golang/go/blob/master/src/cmd/go/internal/modfetch/cache.go",
                    "https://go.dev/ref/mod#module-cache",
                ],
            },
            new("build cache", Safety.Safe, "says its build cache is safe for concurrent use")
            {
                Paths = ["~/.cache/go-build", "/go-build", "/go/build-cache"],
                Variables = ["GOCACHE", "XDG_CACHE_HOME/go-build"],
                Sources = ["https://pkg.go.dev/cmd/go#hdr-Build_and_test_caching"],
            },
        ],
    };
}
