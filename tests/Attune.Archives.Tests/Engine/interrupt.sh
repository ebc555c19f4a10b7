#!/usr/bin/env bash
# Kills CacheSave, CacheRestore and PruneCache at random moments, and checks after each kill that no cache is lost, that no half archive is
# accepted, and that the next run works:
#     tests/Attune.Archives.Tests/Engine/interrupt.sh [TIMES] [SECONDS]
# TIMES each (20), within SECONDS (3) of the start. Uses the engine that ./build.sh finds, which must have attune-test/toolbox:1: the engine
# tests make it.
set -euo pipefail
times=${1:-20} span=${2:-3}
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
id=interrupt-$$

cat > "$work/Dockerfile" <<EOF
FROM attune-test/toolbox:1
ARG DO
RUN --mount=type=cache,id=$id,target=/cache/$id,sharing=locked cd /cache/$id && eval "\$DO"
EOF
printf 'services: { api: { build: { context: ., args: { DO: } } } }\n' > "$work/compose.yml"

attune() { "$root/build.sh" "$@" --project-directory "$work" --store "$work/store" --mounts "$id"; }
must() { attune "$@" > "$work/log" 2>&1 || { cat "$work/log"; echo "FAILED: $*"; exit 1; }; }
inside() { DO="$1; : $RANDOM$RANDOM" "$root/build.sh" BuildAll --project-directory "$work" --progress plain 2>&1; }
fill() { inside "rm -rf ./*; for i in \$(seq 1 20); do mkdir -p d\$i; seq $1 \$(($1 + 150000)) > d\$i/numbers; done" > /dev/null; }
sums() { inside 'for i in $(seq 1 20); do echo SUM=$(sha256sum d$i/numbers || echo lost); done; echo REST=$(ls -A | wc -l)' | grep -oE '(SUM|REST)=[0-9a-z]*' | sort | uniq -c | tr -s ' \n' ' '; }
killed() {
    setsid "$root/build.sh" "$@" --project-directory "$work" --store "$work/store" --mounts "$id" > "$work/log" 2>&1 & local child=$!
    sleep "$((RANDOM % span)).$((RANDOM % 1000))"
    if kill -9 -- "-$child" 2> /dev/null; then echo -n 'killed '; else echo -n 'ended '; fi
    wait "$child" 2> /dev/null || true
}

fill 1; one=$(sums); must CacheSave
fill 2; two=$(sums)
[ "$one" != "$two" ] || { echo "the check sees no difference"; exit 1; }
for ((n = 1; n <= times; n++)); do
    killed CacheRestore
    now=$(sums)
    case $now in "$one") echo -n 'new ' ;; "$two") echo -n 'old ' ;; *) echo -n 'between ' ;; esac
    case $now in *SUM=lost*) echo "LOST: $now"; exit 1 ;; esac
    must CacheRestore
    [ "$(sums)" = "$one" ] || { echo "WRONG after restore"; exit 1; }
    fill 2
    echo "restore $n"
done
for ((n = 1; n <= times; n++)); do
    fill $((n + 10)); now=$(sums)
    killed CacheSave --cache-key "k$n"
    [ "$(sums)" = "$now" ] || { echo "WRONG after a killed save"; exit 1; }
    # Whatever the killed one left: an archive of the new state under its key, or none, and then the earlier one is taken.
    must CacheRestore --cache-key "k$n"
    restored=$(sums)
    if [ "$restored" != "$now" ]; then [ "$restored" = "${before:-$one}" ] || { echo "HALF an archive: $restored"; exit 1; }; fill $((n + 10)); fi
    must CacheSave --cache-key "k$n"
    before=$now
    echo "save $n"
done
for ((n = 1; n <= times; n++)); do
    killed PruneCache
    must CacheRestore --cache-key "k$times"
    [ "$(sums)" = "$now" ] || { echo "WRONG after a killed prune"; exit 1; }
    echo "prune $n"
done
must PruneCache
echo "passed: $times each"
