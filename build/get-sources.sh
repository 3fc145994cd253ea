#!/bin/bash
# Gets the sources that sources.lock.json pins into a cache outside the checkout, and unpacks them there.
# With a complete cache it uses no network. Whatever goes wrong leaves nothing half-made; the next run goes on from there.
#
#   build/get-sources.sh [--group default|full] [--lock FILE] [--list]
#
#   --group   default: what the tests and samples/FaceDetection need; full: also what the whole of TensorFlow needs
#   --lock    another lock file
#   --list    prints name, version and folder of each source instead of getting them
#
# TFNATIVE_SOURCES names the cache (default ${XDG_CACHE_HOME:-$HOME/.cache}/tfnative/sources); lib/cache.sh has its layout.
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in say lock-file cache debian-packages private-apt download unpack; do source "$build/lib/$part.sh"; done

lock=$build/sources.lock.json group=default list=
while (($# > 0)); do
    case $1 in
        --group) group=${2:-} && shift ;;
        --lock) lock=${2:-} && shift ;;
        --list) list=yes ;;
        *) fail TFN6004 "unknown argument \"$1\"; see the head of $0" ;;
    esac
    shift
done
[[ $group == default || $group == full ]] || fail TFN6004 "the group is \"default\" or \"full\", not \"$group\""
read_lock "$lock" "$group"
cache=${TFNATIVE_SOURCES:-${XDG_CACHE_HOME:-$HOME/.cache}/tfnative/sources}
[[ $cache == /* ]] || cache=$PWD/$cache

if [[ -n $list ]]; then
    for i in "${!names[@]}"; do
        tree "$i"
        printf '%s %s %s\n' "${names[$i]}" "${versions[$i]}" "$tree"
    done
    exit 0
fi

wanted=()
for i in "${!names[@]}"; do is_unpacked "$i" || wanted+=("$i"); done
if ((${#wanted[@]} > 0)); then
    lock_cache
    require_packages xz-utils:xz bzip2:bzip2
    missing=()
    for i in "${wanted[@]}"; do is_unpacked "$i" || has_archive "$i" || missing+=("$i"); done
    if ((${#missing[@]} > 0)); then prepare_clients "${missing[@]}"; fi
    for step in "${!missing[@]}"; do
        i=${missing[$step]}
        say "[$((step + 1))/${#missing[@]}] Downloading ${files[$i]} ($(megabytes "${sizes[$i]}"))"
        download "$i"
    done
    for step in "${!wanted[@]}"; do
        i=${wanted[$step]}
        is_unpacked "$i" && continue # another run did it while this one waited for the cache
        say "[$((step + 1))/${#wanted[@]}] Unpacking ${names[$i]} ${versions[$i]}"
        unpack "$i"
    done
fi
say "All ${#names[@]} sources are in $cache"
