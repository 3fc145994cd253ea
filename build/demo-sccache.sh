#!/bin/bash
# Two checkouts share a compiler cache: sccache from Debian's packages, whose server on this machine keeps it in a folder
# (Debian's package is built without the caches that lie on other machines). The build itself starts the server.
#
#   build/demo-sccache.sh [SOURCES]
#
# SOURCES is the number of C++ files (default 40). Nothing is left behind but installed packages.
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup demo; do source "$build/lib/$part.sh"; done

prepare_machine
require_quietly sccache:sccache
pack_sdk || fail TFN6011 "packing the SDK failed"
begin_demo sccache
trap 'sccache --stop-server > /dev/null 2>&1; end_demo' EXIT

# A server and a cache of this demonstration's own, whatever the user has.
export SCCACHE_DIR=$work/cache SCCACHE_SERVER_PORT=$((20000 + $$ % 20000))

# statistic NAME: a number that the server has counted.
statistic() { sccache --show-stats | sed -nE "s/^$1 +([0-9]+).*/\1/p" | head -n 1; }

for checkout in first second; do
    make_workspace "$work/$checkout" "${1:-40}"
    say "Building the $checkout checkout"
    build_workspace "$work/$checkout" "$work/$checkout.log" -p:NativeCompilerLauncher=sccache
    say "  $summary"
    declare "${checkout}_seconds=$seconds" "${checkout}_hits=$(statistic 'Cache hits')" "${checkout}_requests=$(statistic 'Compile requests executed')"
    # So that the next one's are counted alone.
    sccache --zero-stats > /dev/null
done
cmp -s "$work"/first/out/execroot/bazel-out/*/bin/libdemo.so "$work"/second/out/execroot/bazel-out/*/bin/libdemo.so && same=yes || same=no

say "Adding and removing the launcher"
build_workspace "$work/second" "$work/third.log"
say "  without it: ${summary:-nothing to do}"

say ""
say "first checkout:  $first_hits of $first_requests compiles from the cache, $first_seconds"
say "second checkout: $second_hits of $second_requests compiles from the cache, $second_seconds"
say "the libraries of both are the same: $same"
[[ -n $second_hits && $second_hits == "$second_requests" && $same == yes ]] ||
    fail TFN6013 "the second checkout should have got everything from the cache"
