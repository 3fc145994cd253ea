#!/bin/bash
# On a fresh Debian with the .NET SDK: installs what is missing, gets the sources, packs the SDK, builds TensorFlow's core runtime
# (samples/TensorFlowFramework: 2,497 actions, half an hour on two cores), and runs the C# and C++ programs that try it.
# It can be ended at any time; the next run goes on where this one stopped.
#
#   build/framework.sh [argument of dotnet build...]
#
# Such as -p:NativeToolchain=clang -p:CCompiler=clang-16, or -p:NativeCompilerLauncher=ccache; what they need is installed, too.
# TFNATIVE_SOURCES and TFNATIVE_BUILD name the folders of the sources and of the native build (default: in the user's cache).
set -euo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup; do source "$build/lib/$part.sh"; done

prepare_machine
require_packages pkgconf:pkg-config libssl-dev:/usr/include/openssl/ssl.h \
    "libcurl4-openssl-dev:/usr/include/$(gcc -print-multiarch)/curl/curl.h"
if [[ " $* " == *NativeToolchain=clang* ]]; then prepare_clang; fi
if [[ " $* " == *NativeCompilerLauncher=ccache* ]]; then require_packages ccache:ccache; fi
"$build/get-sources.sh" --group full
pack_sdk

sample=$root/samples/TensorFlowFramework output=$root/artifacts/bin
say "Building samples/TensorFlowFramework in $TFNATIVE_BUILD"
(cd "$sample/SmokeTest" && dotnet build -c Release "$@")
say "Running the C# program"
dotnet "$output/SmokeTest/release/SmokeTest.dll"
say "Building and running the C++ program with the flags of tensorflow_framework.pc"
export PKG_CONFIG_PATH=$output/TensorFlowFramework/release/lib/pkgconfig
read -r -a flags < <(pkg-config --cflags --libs tensorflow_framework)
g++ -std=c++17 -O2 -Wno-interference-size "$sample/Cpp/smoke.cc" -o "$root/artifacts/framework-smoke" "${flags[@]}" \
    "-Wl,-rpath,$(pkg-config --variable=libdir tensorflow_framework)"
"$root/artifacts/framework-smoke"
