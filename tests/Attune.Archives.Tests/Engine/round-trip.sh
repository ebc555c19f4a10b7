#!/usr/bin/env bash
# Builds this repository's services on an engine without any build cache, saves the caches, removes all build cache, restores, and builds
# again. Shows that restored caches are the same to the last bit, owner and time, that the second build compiles and downloads nothing, and how
# much sooner a first build ends that begins with somebody's archive:
#     tests/Attune.Archives.Tests/Engine/round-trip.sh [--dockerfile Dockerfile] [--engine ENGINE] [--second ENGINE]
# With --second it restores and builds on another engine. It removes ALL build cache of these engines, or of the one that ./build.sh finds: give
# it engines of its own. Base images must be there: ./build.sh BaseImages.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
engine=() second=() build=()
while [ $# -gt 0 ]; do
    case $1 in --engine) engine=(--engine "$2") ;; --second) second=(--engine "$2") ;; *) build+=("$1" "$2") ;; esac
    shift 2
done

fail() { echo "FAILED: $*"; exit 1; }
attune() { "$root/build.sh" "$@" "${engine[@]}" --progress plain > "$work/log" 2>&1 || { cat "$work/log"; fail "$@"; }; }
of_project() { attune "$@" "${build[@]}" --store "$work/store"; }
timed() { local begun=$EPOCHREALTIME; "$@"; seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $begun }"); }
prune() { attune PruneCache --all; }
count() { grep -cE "$1" "$work/log" || true; }

# What is in a cache, seen by a step that mounts it as the project does. Of directories no times: the step's own mount sets the topmost one's.
declare -A caches=([home]='target=/var/cache/cargo' [target]='id=attune-compile-once,target=/build/target')
case " ${build[*]} " in
    *" Dockerfile "*) caches=([registry]=target=/usr/local/cargo/registry [git]=target=/usr/local/cargo/git [target]=target=/build/target) ;;
esac
list() {
    mkdir -p "$work/list"
    cat > "$work/list/list.sh" <<'EOF'
cd "$2"
{
    find . -printf '%y %m %U:%G %n %l %p\n'
    find . -type f -printf '%s %T@ %p\n'
    find . -type f -exec sha256sum {} +
} | sort > /list
echo "IN $1 $(wc -l < /list) $(sha256sum < /list)"
EOF
    printf 'FROM attune/rust:trixie\nCOPY list.sh /\nARG MARK\n' > "$work/list/Dockerfile"
    for name in "${!caches[@]}"; do
        local mount=${caches[$name]} path=${caches[$name]##*target=}
        printf 'RUN --mount=type=cache,sharing=locked,%s : $MARK; sh /list.sh %s %s\n' "$mount" "$name" "${path%%,*}" >> "$work/list/Dockerfile"
    done
    printf 'services: { list: { build: { context: ., args: { MARK: "%s" } } } }\n' "$RANDOM$RANDOM" > "$work/list/compose.yml"
    attune BuildAll --project-directory "$work/list"
    grep -oE 'IN [a-z]+ [0-9]+ [0-9a-f]{64}' "$work/log" | sort -u
}

prune
timed of_project BuildAll; cold=$seconds
echo "first build, nothing cached: $cold s, $(count 'Compiling ') crates compiled"
[ "$(count 'Compiling ')" -gt 0 ] || fail "it compiled nothing"
timed of_project BuildAll
echo "again, nothing changed: $seconds s, $(count 'Compiling ') compiled, $(count 'Download(ing|ed) ') downloaded"
list > "$work/before"
[ "$(wc -l < "$work/before")" = "${#caches[@]}" ] || fail "caches can't be listed"
timed of_project CacheSave
echo "saved: $seconds s, $(du -sh "$work/store" | cut -f1)"
[ ${#second[@]} = 0 ] || engine=("${second[@]}")
prune
timed of_project CacheRestore; warm=$seconds
list > "$work/after"
diff "$work/before" "$work/after" || fail "the caches differ"
cat "$work/after"
timed of_project BuildAll; warm=$(awk "BEGIN { print $warm + $seconds }")
compiled=$(count 'Compiling ') downloaded=$(count 'Download(ing|ed) ') finished=$(count 'Finished ')
echo "first build with nothing but the archives, restore included: $warm s, $compiled compiled, $downloaded downloaded, cargo ran $finished times"
[ "$finished" -gt 0 ] || fail "cargo didn't run"
[ "$compiled" = 0 ] && [ "$downloaded" = 0 ] || { grep -E 'Compiling |Download' "$work/log"; fail "it compiled or downloaded"; }
echo "passed: $(awk "BEGIN { printf \"%.3f\", $warm / $cold }") of the first build's time"
