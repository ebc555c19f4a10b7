#!/usr/bin/env bash
# Saves and restores a large cache of real files (copies of an image's libraries and compilers), and the same by the usual dance: a build that
# copies the cache out and one that copies it in. Prints seconds and the most memory that this build's process had:
#     DOCKER_HOST=unix:///… tests/Attune.Archives.Tests/Engine/large.sh [MB]
# MB of cache (2000). The engine must have attune/rust:trixie (./build.sh BaseImages); the dance needs the docker CLI with buildx, and zstd.
set -euo pipefail
size=${1:-2000}
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
id=large-$$ image=attune/rust:trixie
cleanup() {
    docker rm -f "$id" > /dev/null 2>&1 || true
    docker image rm -f "$id" > /dev/null 2>&1 || true
    attune PruneCache > /dev/null 2>&1 || true
    rm -rf "$work"
}
trap cleanup EXIT
cat > "$work/Dockerfile" <<EOF
FROM $image
ARG DO
RUN --mount=type=cache,id=$id,target=/cache,sharing=locked cd /cache && eval "\$DO"
EOF
printf 'services: { api: { build: { context: ., args: { DO: } } } }\n' > "$work/compose.yml"
common=(--engine "$DOCKER_HOST" --project-directory "$work" --store "$work/store" --mounts "$id")
attune() { "$root/build.sh" "$@" "${common[@]}"; }
inside() { DO="$1; : $RANDOM$RANDOM" "$root/build.sh" BuildAll --engine "$DOCKER_HOST" --project-directory "$work" --progress plain > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }
sum() { inside "{ find . -mindepth 1 -printf '%y %m %U:%G %l %p\n'; find . -type f -printf '%T@ %p\n'; find . -type f -exec sha256sum {} +; } | sort | sha256sum | sed s/^/SUM/"; grep -oE 'SUM[0-9a-f]{64}' "$work/log" | head -1; }
seconds() { awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $1 }"; }
measure() {
    local begun=$EPOCHREALTIME most=0 now
    "$root/build.sh" "$@" "${common[@]}" > "$work/log" 2>&1 & local child=$!
    while kill -0 $child 2> /dev/null; do
        now=$(awk '/VmHWM/ { print $2 }' /proc/$child/status 2> /dev/null || true)
        [ "${now:-0}" -le "$most" ] || most=$now
        sleep 0.1
    done
    wait $child || { cat "$work/log"; exit 1; }
    echo "$1: $(seconds "$begun") s, $((most / 1024)) MB of memory"
}

inside "i=0; while [ \$(du -sm . | cut -f1) -lt $size ]; do i=\$((i + 1)); mkdir \$i; cp -a /usr/lib \$i/; done; du -sm ."
before=$(sum)
measure CacheSave
echo "store: $(du -sm "$work/store" | cut -f1) MB"
attune PruneCache > /dev/null
measure CacheRestore
[ "$(sum)" = "$before" ] || { echo "FAILED: the restored cache differs"; exit 1; }

command -v docker > /dev/null && docker buildx version > /dev/null 2>&1 || { echo "no docker buildx, no dance"; exit 0; }
# The usual dance, as https://github.com/reproducible-containers/buildkit-cache-dance does it, and the archive that the CI's cache step makes of it.
dance_out() {
    mkdir -p "$work/dance/out"
    printf 'FROM %s\nRUN --mount=type=cache,id=%s,target=/cache : %s && mkdir -p /dance && cp -p -R /cache/. /dance/\n' "$image" "$id" "$RANDOM" > "$work/dance/Dockerfile"
    docker buildx build -q --network none --load -t "$id" - < "$work/dance/Dockerfile" > /dev/null
    docker create --name "$id" "$id" true > /dev/null
    docker cp -L "$id:/dance" - | tar -x -C "$work/dance/out"
    echo "  copied out: $(seconds "$begun") s"
    tar -C "$work/dance/out" -cf - . | zstd -q -T0 -1 > "$work/dance/cache.tar.zst"
}
dance_in() {
    mkdir -p "$work/dance/in"
    zstd -q -d -c "$work/dance/cache.tar.zst" | tar -x -C "$work/dance/in"
    echo "  expanded: $(seconds "$begun") s"
    printf 'FROM %s\nRUN --mount=type=cache,id=%s,target=/cache --mount=type=bind,source=.,target=/dance : %s && cp -p -R /dance/. /cache\n' "$image" "$id" "$RANDOM" > "$work/dance/Dockerfile.in"
    docker buildx build -q --network none -f "$work/dance/Dockerfile.in" "$work/dance/in/dance" > /dev/null
}
begun=$EPOCHREALTIME; dance_out; echo "dance out, compressed: $(seconds "$begun") s"
attune PruneCache > /dev/null
begun=$EPOCHREALTIME; dance_in; echo "dance in: $(seconds "$begun") s"
