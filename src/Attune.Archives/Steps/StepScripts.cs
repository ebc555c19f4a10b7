namespace Attune.Archives.Steps;

/// <summary>What runs inside a cache. Standard input and output are this process's; what is to be read by people goes to standard error.</summary>
internal static class StepScripts
{
    /// <summary>In a restored tar the last entry: only with it the archive came whole.</summary>
    public const string WholeMark = ".attune-whole";

    /// <summary>
    /// A restore unpacks beside what is there, then puts a mark, then swaps entry by entry. Whoever comes next after an interruption
    /// finishes a swap that began, and throws away what came only in part. First what the archive hasn't got leaves, then each entry is placed.
    /// </summary>
    private const string Swap = """
        set -eu
        cd "$1"
        work=.attune-restore
        # Beside the cache: keeps the time of the cache's own directory, which every change in it sets.
        time=/.attune-time
        touch -r . $time
        # Where a file system can't, the entry is missing between two renames.
        exchange() { /run/attune-files/exchange-$(uname -m) "$1" "$2" 2>/dev/null; }
        inode() { set -- $(ls -di "$1"); echo "$1"; }
        there() { [ -e "$1" ] || [ -L "$1" ]; }
        each() { for path in "$1"/* "$1"/.[!.]* "$1"/..?*; do if there "$path"; then "$2" "${path##*/}"; fi; done; }
        leave() { [ "$1" = $work ] || there "$work/new/$1" || mv "./$1" $work/old/; }
        place() {
            if ! there "./$1"; then mv "$work/new/$1" "./$1"; return; fi
            # Whoever finishes it must see which of the two has been placed already.
            if [ "$(inode "./$1")" != "$(cat $work/flight 2>/dev/null)" ]; then
                inode "$work/new/$1" > $work/flight
                if ! exchange "./$1" "$work/new/$1"; then mv "./$1" $work/old/; mv "$work/new/$1" "./$1"; return; fi
            fi
            mv "$work/new/$1" $work/old/
        }
        swap() {
            mkdir -p $work/old
            if [ -e $work/leaving ]; then each . leave; mv $work/leaving $work/placing; fi
            each $work/new place
            . ./$work/root
            touch -r $work/whole $time
            rm $work/placing
        }
        mend() {
            if [ -e $work/leaving ] || [ -e $work/placing ]; then swap; fi
            if [ -e $work ]; then rm -rf $work; touch -r $time .; fi
        }
        isGnu() { case $(tar --version 2>/dev/null) in *"GNU tar"*) return 0;; *) return 1;; esac; }

        """;

    /// <summary>
    /// How much tar reads and writes at a time, in blocks of 512 bytes: fewer calls, yet what it writes after the archive's end, up to here, still
    /// fits into a socket that nobody reads any more.
    /// </summary>
    private const string Blocks = "128";

    /// <summary>What a step waits for before it ends: an engine forgets what it hasn't forwarded when a step ends.</summary>
    public const string Receipt = "received";

    /// <summary>Writes the cache in the directory <c>$1</c> as a tar, and waits for the receipt.</summary>
    public const string Save = Swap + $$"""
        mend
        if isGnu; then
            tar --create --blocking-factor={{Blocks}} --format=posix --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime \
                --sort=name --numeric-owner --xattrs --xattrs-include='*' --file=- .
        else
            tar -cf - .
        fi
        read -r receipt
        [ "$receipt" = {{Receipt}} ]
        """;

    /// <summary>Unpacks a tar into the cache in the directory <c>$1</c>, whose owner becomes <c>$2</c> and whose permissions <c>$3</c>.</summary>
    public const string Restore = Swap + $$"""
        mend
        mkdir -p $work/new
        unpack() {
            if isGnu; then
                tar --extract --blocking-factor={{Blocks}} --preserve-permissions --same-owner --numeric-owner --xattrs --xattrs-include='*' --delay-directory-restore -C $work/new --file=-
            else
                tar -x --numeric-owner -f - -C $work/new
            fi
        }
        if ! unpack || [ ! -f $work/new/{{WholeMark}} ]; then mend; echo 'the archive came only in part' >&2; exit 3; fi
        touch -r $work/new $work/whole
        rm $work/new/{{WholeMark}}
        printf 'chown %s .\nchmod %s .\n' "$2" "$3" > $work/root
        : > $work/leaving
        mend
        """;
}
