#!/bin/bash
# Compiling on other machines: icecream with a scheduler, and two workers, each in a network namespace of its own on this
# machine, the scheduler and the build in a third. A second build has one worker killed in the middle, and succeeds.
#
#   build/demo-icecc.sh [SOURCES]
#
# SOURCES is the number of C++ files (default 40). Needs root, for the namespaces. Nothing is left behind but installed packages.
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup namespaces demo; do source "$build/lib/$part.sh"; done

# icecc finds its daemon by a socket in /run/icecc: with mounts of its own, that folder is this demonstration's alone.
if [[ ${DEMO_MOUNTS:-} != own ]]; then
    [[ $(id -u) == 0 ]] || fail TFN6010 "this demonstration needs root, for network namespaces"
    DEMO_MOUNTS=own exec unshare --mount --propagation private "$0" "$@"
fi

prepare_machine
require_quietly icecc:icecc iproute2:ip
pack_sdk || fail TFN6011 "packing the SDK failed"
begin_demo icecc
make_namespaces client one two

say "Starting the scheduler, and a worker in each of two namespaces"
install -d -o icecc "$work/log"
own_sockets() { install -d /run/icecc && mount -t tmpfs none /run/icecc && chown icecc /run/icecc; }
daemon=(iceccd -n demo -s 10.83.0.1 -u icecc -vv)
own_sockets
inside client icecc-scheduler -n demo -u icecc -vv -l "$work/log/scheduler" &
install -d -o icecc "$work"/cache-{client,one,two}
inside client "${daemon[@]}" -m 0 --no-remote -N client -b "$work/cache-client" -l "$work/log/client" &
# A worker takes no work while its machine is busy. These share one machine, whose load is that of the others too: they are
# shown a picture of its load that does not change, which counts as idle.
cat /proc/stat > "$work/stat"
export -f own_sockets
for worker in one two; do
    inside "$worker" unshare --mount --propagation private bash -c "own_sockets && mount --bind '$work/stat' /proc/stat && exec \"\$@\"" \
        worker "${daemon[@]}" -m 4 -N "$worker" -b "$work/cache-$worker" -l "$work/log/$worker" &
done
for name in client one two; do wait_until grep -q 'Connected to scheduler' "$work/log/$name"; done

inside=(ip netns exec "$demo_id-client")
make_workspace "$work/workspace" "${1:-40}"

# compiled WORKER: how many files it has compiled so far, as its own log says.
compiled() { grep -c 'Remote compilation completed with exit code 0' "$work/log/$1"; }

say "Building with both workers; the compiler is sent to them first"
build_and_kill_worker icecc
