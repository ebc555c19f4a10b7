#!/usr/bin/env bash
# Runs the targets of build/: ./build.sh [Target …] [--option value …], ./build.sh --help
#
# Publishes the build program once per state of its sources into .nuke/temp/build-bin/<fingerprint> and starts it from there,
# so that a run with nothing changed never enters MSBuild. NUKE_SOURCE=package|standin (environment or first argument)
# overrides whether Nuke.Common comes from the package feed or from build/standin. ATTUNE_RUNTIME=native|installed overrides whether the
# program is compiled to machine code, which takes longer once and starts five times as fast, or for the installed .NET.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
temp=$root/.nuke/temp
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# By content: neither touching a file nor switching branches to and fro builds anything anew, deleting one does.
fingerprint() {
    (
        cd -- "$root"
        find build src/Attune.* ./Directory.*.props global.json build.sh ./[Nn]u[Gg]et.[Cc]onfig \
            \( -name bin -o -name obj \) -prune -o -type f -exec cksum {} + 2>/dev/null | LC_ALL=C sort | cksum
    ) || true
}

# Machine code needs a linker, and doesn't pay where the program is started once or twice. Nuke.Common itself can't be compiled to it.
choose_runtime() {
    runtime=${ATTUNE_RUNTIME-}
    [[ -n $runtime ]] || { [[ ${CI:-false} != false ]] && runtime=installed || runtime=native; }
    [[ $nuke_source != package ]] && command -v clang gcc >/dev/null || runtime=installed
}

# Sets $program to where the build program of the current sources is or will be.
locate() {
    local sum size
    choose_runtime
    read -r sum size < <(fingerprint)
    program=$temp/build-bin/$OSTYPE-$HOSTTYPE-$nuke_source-$runtime-$sum-$size
}

is_built() { [[ -n $nuke_source && -f $program/dotnet && -x $(<"$program/dotnet") ]]; }

has_sdk() { [[ -x $1 ]] && (cd -- "$root" && "$1" --version) >/dev/null 2>&1; }

find_sdk() {
    dotnet=$(command -v dotnet || true)
    has_sdk "$dotnet" && return
    dotnet=$temp/dotnet-unix/dotnet
    export DOTNET_ROOT=$temp/dotnet-unix DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 PATH=$temp/dotnet-unix:$PATH
    has_sdk "$dotnet" && return
    install_sdk && has_sdk "$dotnet" && return
    die "No .NET SDK that satisfies global.json was found, and none could be downloaded. Install .NET $channel from" \
        "https://dotnet.microsoft.com/download/dotnet/$channel, put dotnet on PATH and run this again."
}

install_sdk() {
    local script=$temp/dotnet-install.sh url=https://dot.net/v1/dotnet-install.sh
    say "Installing the .NET SDK $channel into .nuke/temp/dotnet-unix"
    if ! command -v curl >/dev/null && ! command -v wget >/dev/null && command -v apt-get >/dev/null && [[ $EUID == 0 ]]; then
        apt-get update -qq && apt-get install -qq -y curl ca-certificates >/dev/null || return 1
    fi
    if command -v curl >/dev/null; then
        curl -fsSL --connect-timeout 20 "$url" -o "$script" || return 1
    else
        wget -q --timeout=20 "$url" -O "$script" || return 1
    fi
    bash "$script" --channel "$channel" --install-dir "$temp/dotnet-unix" --no-path >&2
}

# The package is tried first; what the feed answers is remembered.
decide_source() {
    local log=$temp/nuke-source.log
    [[ -z $nuke_source ]] || return 0
    if "$dotnet" restore "$root/build/_build.csproj" -p:NukeSource=package -p:AttuneBootstrap=true \
        --artifacts-path "$temp/build-obj" -v q --nologo >"$log" 2>&1; then
        nuke_source=package
        say "NUKE: Nuke.Common from the package feed. NUKE_SOURCE=package|standin overrides."
    else
        nuke_source=standin
        say "NUKE: the stand-in under build/standin, as Nuke.Common can't be restored here. NUKE_SOURCE=package|standin overrides."
        grep -qE 'NU110[123]' "$log" || return 0
    fi
    printf '%s\n' "$nuke_source" >"$temp/nuke-source"
}

publish() {
    "$dotnet" publish "$root/build/_build.csproj" -c Release -o "$1" --artifacts-path "$temp/build-obj" \
        -p:AttuneBootstrap=true -p:NukeSource="$nuke_source" -p:RunAnalyzers=false -p:UseSharedCompilation=false \
        -nodeReuse:false -v q --nologo "${@:2}"
}

# Whether there was no runtime, compiler or linker for this machine; anything else is a fault of the sources.
is_lacking() { ! grep -qE 'error (CS|IL)[0-9]{4}' "$1" && grep -qEi 'NU1[0-9]{3}|NETSDK1|crossgen|MSB3073|not found in PATH' "$1"; }

# Publishes beside and renames, so that a broken-off run leaves nothing behind that looks finished.
build() {
    local way ways=(AttuneRuntime=installed PublishReadyToRun=false) new=$temp/build-bin/.new.$$ log=$temp/build-bin.log
    [[ $runtime != native ]] || ways=(AttuneRuntime=native "${ways[@]}")
    say "Building the build ..."
    mkdir -p "$new"
    trap 'rm -rf "$new"' EXIT
    for way in "${ways[@]}"; do
        [[ $way != *=native ]] || say "To machine code: a minute or two once, then each start takes a fifth. ATTUNE_RUNTIME=installed is built faster and starts slower."
        [[ $way != *=false ]] || say "Without ahead-of-time compilation, for which the feed has no compiler: starts will be slower."
        publish "$new" "-p:$way" >"$log" 2>&1 && break
        if [[ $way == *=false ]] || ! is_lacking "$log"; then die "$(<"$log")"; fi
        [[ $way != *=native ]] || say "Not to machine code: the feed lacks its compiler, or this machine what it links with."
        rm -rf "$new"
        mkdir "$new"
    done
    printf '%s\n' "$dotnet" >"$new/dotnet"
    rm -rf "$program"
    mv "$new" "$program"
    trap - EXIT
    forget_old
}

# A run may still load files of an older program, so some are kept.
forget_old() {
    local old
    # shellcheck disable=SC2012 # The names are ours: no line breaks in them.
    ls -1td "$temp/build-bin"/*/ | tail -n +7 | while IFS= read -r old; do rm -rf "$old"; done
}

prepare() {
    mkdir -p "$temp/build-bin"
    if command -v flock >/dev/null; then
        exec 9>"$temp/build-bin.lock"
        flock 9
        rm -rf "$temp/build-bin"/.new.*
    fi
    channel=$(sed -n 's/.*"version": *"\([0-9]*\.[0-9]*\).*/\1/p' "$root/global.json" | head -n 1)
    find_sdk
    [[ -n $nuke_source || ! -s $temp/nuke-source ]] || read -r nuke_source <"$temp/nuke-source"
    decide_source
    locate
    is_built || build
    exec 9>&-
}

names_root() {
    local argument
    shopt -s nocasematch
    for argument in "$@"; do
        [[ $argument != -* || ${argument//-/} != root ]] || return 0
    done
    return 1
}

if [[ ${1-} == NUKE_SOURCE=* ]]; then
    export NUKE_SOURCE=${1#*=}
    shift
fi
case ${ATTUNE_RUNTIME-} in
    '' | installed | native) ;;
    *) die "ATTUNE_RUNTIME is '$ATTUNE_RUNTIME'. Allowed: native, installed" ;;
esac
nuke_source=${NUKE_SOURCE-}
case $nuke_source in
    '' | package | standin) ;;
    *) die "NUKE_SOURCE is '$nuke_source'. Allowed: package, standin" ;;
esac
[[ -n $nuke_source || ! -s $temp/nuke-source ]] || read -r nuke_source <"$temp/nuke-source"

locate
is_built || prepare
DOTNET_EXE=$(<"$program/dotnet")
export DOTNET_EXE
if [[ $DOTNET_EXE == "$temp"/* ]]; then
    export DOTNET_ROOT=${DOTNET_EXE%/*} DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 PATH=${DOTNET_EXE%/*}:$PATH
fi
# NUKE looks for .nuke upwards from the working directory, which is elsewhere when the script is called by its path.
[[ $PWD == "$root" ]] || names_root "$@" || set -- "$@" --root "$root"
[[ ! -x $program/_build ]] || exec "$program/_build" "$@"
exec "$DOTNET_EXE" "$program/_build.dll" "$@"
