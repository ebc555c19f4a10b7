namespace Attune.Engines.BaseImages;

/// <summary>
/// The crates that the offline Rust base vendors: exactly those of <c>src/services/Cargo.lock</c> (a test holds that), since what Debian's
/// packages of the direct dependencies drag in is three times as much.
/// </summary>
internal static class RustCrates
{
    private const string Names = """
        addr2line adler anstyle async-channel async-executor async-fs async-io async-lock async-net async-process async-signal async-task
        async-trait atomic-waker autocfg axum-core axum backtrace bitflags blocking bytes cfg-if clap-builder clap clap-lex concurrent-queue
        crossbeam-utils errno event-listener event-listener-strategy fastrand fnv form-urlencoded futures-channel futures-core futures-io
        futures-lite futures-task futures-util gimli http-body http-body-util http httparse httpdate hyper hyper-util itoa libc linux-raw-sys log
        matchit memchr mime miniz-oxide mio object parking percent-encoding pin-project-lite pin-utils polling proc-macro2 quote rustc-demangle
        rustix rustversion ryu serde-derive serde serde-json serde-path-to-error serde-urlencoded signal-hook-registry slab smallvec smol socket2
        syn sync-wrapper tokio tokio-macros tower tower-layer tower-service tracing-core tracing try-lock unicode-ident want
        """;

    /// <summary>The Debian packages of the crates.</summary>
    public static IReadOnlyList<string> Packages { get; } =
        [.. Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(name => $"librust-{name}-dev")];
}
