#!/usr/bin/env bash
# Makes large projects in a new directory and measures VerifyLockedMounts on each: tests/large-project.sh DIRECTORY
# Prints the median wall time of five runs, and that of a run which only starts and explains a rule.
set -euo pipefail

directory=${1:?Name a directory that does not exist yet}
build=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)/build.sh
services=500 mounts=20 dockerfiles=1000 runs=5

# 500 services, one Dockerfile with 20 mounts, an argument that tells them apart.
one() {
    local i
    {
        echo services:
        for ((i = 0; i < services; i++)); do echo "  s$i: { build: { context: ., args: { SERVICE: s$i } } }"; done
    } >compose.yml
    {
        printf 'FROM rust:1.92\nARG SERVICE\n'
        for ((i = 0; i < mounts / 2; i++)); do
            printf 'RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=%s --mount=type=cache,target=/c%d make step%d\n' \
                "$( ((i % 2)) && echo locked || echo shared)" "$i" "$i"
        done
    } >Dockerfile
}

# 500 services, each with a Dockerfile of 20 mounts, of caches that all share; $1: the sharing mode of every other one.
each() {
    local i m
    {
        echo services:
        for ((i = 0; i < services; i++)); do echo "  s$i: { build: { context: ., dockerfile: s$i.Dockerfile } }"; done
    } >compose.yml
    for ((i = 0; i < services; i++)); do
        echo "FROM rust:1.92"
        for ((m = 0; m < mounts; m++)); do
            echo "RUN --mount=type=cache,id=c$m,target=/c$m,sharing=$( ((m % 2)) && echo "$1" || echo locked) make s$i"
        done
    done | awk '/^FROM/ { file = sprintf("s%d.Dockerfile", n++) } { print >file; if (/c19,/) close(file) }'
}

each_locked() { each locked; }

each_shared() { each shared; }

# 1,000 directories with a Dockerfile each, and no compose file.
tree() {
    local i
    for ((i = 0; i < dockerfiles; i++)); do
        mkdir -p "services/s$i"
        cat >"services/s$i/Dockerfile" <<END
# syntax=docker/dockerfile:1
FROM rust:1.92 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/usr/local/cargo/git \\
    --mount=type=cache,target=/src/target,id=target-s$i cargo build --release -p s$i
FROM debian:trixie-slim
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y s$i
COPY --from=build /src/target/release/s$i /usr/local/bin/
END
    done
}

# $1: what is measured; the rest: the command, whose exit code doesn't matter.
measure() {
    local what=$1 i
    shift
    for ((i = 0; i <= runs; i++)); do
        local start=$EPOCHREALTIME
        "$@" >"$directory/$what.log" 2>&1 || true
        # The first run only warms the disk's cache.
        ((i == 0)) || echo $(((${EPOCHREALTIME/[.,]/} - ${start/[.,]/}) / 1000))
    done | sort -n | awk -v what="$what" -v log_file="$directory/$what.log" \
        '{ t[NR] = $1 } END { while ((getline <log_file) > 0) lines++; printf "%-12s %5d ms (%d to %d), %d lines printed\n", what, t[(NR + 1) / 2], t[1], t[NR], lines }'
}

mkdir "$directory"
directory=$(cd -- "$directory" && pwd)
for project in one each_locked each_shared tree; do
    mkdir "$directory/$project"
    (cd -- "$directory/$project" && "$project")
done
measure start "$build" ExplainRule --rule CM001
for project in one each_locked each_shared; do
    measure "$project" "$build" VerifyLockedMounts --project-directory "$directory/$project"
done
measure tree "$build" VerifyLockedMounts --project-directory "$directory/tree" --all-dockerfiles
