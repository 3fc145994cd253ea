#!/bin/bash
# On a fresh Debian with the .NET SDK: installs what is missing, gets the sources, packs the SDK, and runs the main job:
# samples/FaceDetection, whose project builds TensorFlow Lite from source and whose program finds a face with it.
#
#   build/run.sh [picture [output.png]]
#
# TFNATIVE_SOURCES and TFNATIVE_BUILD name the folders of the sources and of the native build (default: in the user's cache).
set -euo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup; do source "$build/lib/$part.sh"; done

prepare_machine
"$build/get-sources.sh"
pack_sdk
say "Building samples/FaceDetection, with TensorFlow Lite in $TFNATIVE_BUILD"
# From its folder, because that is where global.json says which version of TfNative.Sdk it uses.
(cd "$root/samples/FaceDetection/FaceDetection" && dotnet build -c Release)
say "Running it"
program=$root/artifacts/bin/FaceDetection/release/FaceDetection.dll
dotnet "$program" "${1:-${program%/*}/grace_hopper.bmp}" "${2:-$root/artifacts/faces.png}"
