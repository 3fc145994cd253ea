#!/bin/bash
# Two checkouts share a compiler cache: ccache with a Redis server from Debian's packages, on this machine's loopback.
# Each has a local cache of its own, so that all that the second one gets, it gets from Redis.
#
#   build/demo-ccache.sh [SOURCES]
#
# SOURCES is the number of C++ files (default 40). Nothing is left behind but installed packages.
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup demo; do source "$build/lib/$part.sh"; done

prepare_machine
require_quietly ccache:ccache redis-server:redis-server
pack_sdk || fail TFN6011 "packing the SDK failed"
begin_demo ccache

say "Starting Redis on loopback"
port=$((20000 + $$ % 20000))
redis-server --bind 127.0.0.1 --port "$port" --save '' --appendonly no --dir "$work" > "$work/redis.log" 2>&1 &
processes+=($!)
wait_until redis-cli -h 127.0.0.1 -p "$port" ping

export CCACHE_REMOTE_STORAGE=redis://127.0.0.1:$port
for checkout in first second; do
    export CCACHE_DIR=$work/cache-$checkout
    make_workspace "$work/$checkout" "${1:-40}"
    say "Building the $checkout checkout"
    build_workspace "$work/$checkout" "$work/$checkout.log" -p:NativeCompilerLauncher=ccache
    say "  $summary"
    hits=$(grep -oE '[0-9]+ of [0-9]+ compiles from the cache' <<< "$summary")
    declare "${checkout}_seconds=$seconds" "${checkout}_hits=$hits"
done
cmp -s "$work"/first/out/execroot/bazel-out/*/bin/libdemo.so "$work"/second/out/execroot/bazel-out/*/bin/libdemo.so && same=yes || same=no

say "Adding and removing the launcher"
build_workspace "$work/second" "$work/third.log"
say "  without it: ${summary:-nothing to do}"

say ""
say "first checkout:  ${first_hits:-none from the cache}, $first_seconds"
say "second checkout: $second_hits, $second_seconds"
say "the libraries of both are the same: $same"
say "keys in Redis: $(redis-cli -h 127.0.0.1 -p "$port" dbsize)"
read -r got _ of _ <<< "$second_hits"
[[ -n $got && $got == "$of" && $same == yes ]] || fail TFN6013 "the second checkout should have got everything from the cache"
