#!/bin/bash
# Compiling on other machines: distcc with two workers, each in a network namespace of its own on this machine, the build in
# a third. A second build has one worker killed in the middle, and succeeds.
#
#   build/demo-distcc.sh [SOURCES]
#
# SOURCES is the number of C++ files (default 40). Needs root, for the namespaces. Nothing is left behind but installed packages.
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup namespaces demo; do source "$build/lib/$part.sh"; done

prepare_machine
require_quietly distcc:distcc iproute2:ip
pack_sdk || fail TFN6011 "packing the SDK failed"
begin_demo distcc
make_namespaces client one two

say "Starting a worker in each of two namespaces"
install -d -o nobody "$work/log"
for worker in one:2 two:3; do
    inside "${worker%:*}" distccd --daemon --no-detach --listen "10.83.0.${worker#*:}" --allow 10.83.0.0/24 --jobs 4 \
        --user nobody --log-file "$work/log/${worker%:*}" > "$work/log-${worker%:*}" 2>&1 &
    wait_until inside client bash -c "exec 3<> /dev/tcp/10.83.0.${worker#*:}/3632"
done

export DISTCC_HOSTS="10.83.0.2/4 10.83.0.3/4" DISTCC_DIR=$work/distcc
mkdir "$DISTCC_DIR"
inside=(ip netns exec "$demo_id-client")
make_workspace "$work/workspace" "${1:-40}"

# compiled WORKER: how many files it has compiled so far, as its own log says.
compiled() { grep -c 'COMPILE_OK' "$work/log/$1"; }

say "Building with both workers"
build_and_kill_worker distcc
