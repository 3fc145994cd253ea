# What the demonstrations of compiler launchers have in common: a C++ workspace, building it, and cleaning up. Sourced, never run.

# begin_demo NAME: a folder of its own in `work`, an id in `demo_id`, and the promise that processes and files go in the end.
begin_demo() {
    demo_id=tfn$$
    work=$(mktemp -d "${TMPDIR:-/tmp}/tfnative-$1.XXXXXX")
    chmod 755 "$work"
    trap 'end_demo' EXIT
    trap 'exit 130' INT TERM
}

# end_demo: what the demonstration began ends, in whatever way the script did.
end_demo() {
    local process
    if declare -F remove_namespaces > /dev/null; then remove_namespaces; fi
    for process in "${processes[@]}"; do kill "$process" 2> /dev/null; done
    wait 2> /dev/null
    rm -rf "$work"
}
processes=()

# require_quietly PACKAGE:COMMAND...: as require_packages, but no service of a package is started by its installation.
require_quietly() {
    local policy=/usr/sbin/policy-rc.d made=
    if [[ $(id -u) == 0 && ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod +x "$policy" && made=yes
    fi
    require_packages "$@"
    if [[ -n $made ]]; then rm -f "$policy"; fi
}

# make_workspace FOLDER SOURCES: a project whose workspace has so many C++ sources in four packages.
make_workspace() {
    local folder=$1 count=$2 package i
    mkdir -p "$folder"
    sed "s#\.\./artifacts/feed#$root/artifacts/feed#" "$root/samples/NuGet.config" > "$folder/NuGet.config"
    cp "$root/samples/global.json" "$folder/global.json"
    cat > "$folder/Demo.csproj" << 'EOF'
<Project Sdk="TfNative.Sdk">
  <PropertyGroup>
    <BazelOutputBase>$(MSBuildProjectDirectory)/out</BazelOutputBase>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
  </PropertyGroup>
  <ItemGroup>
    <BazelTarget Include="//:libdemo.so" />
    <BazelCxxopt Include="-std=c++17" />
  </ItemGroup>
</Project>
EOF
    : > "$folder/MODULE.bazel"
    printf 'cc_binary(name = "libdemo.so", linkshared = True, deps = ["//p%d", "//p%d", "//p%d", "//p%d"])\n' 0 1 2 3 > "$folder/BUILD.bazel"
    for package in 0 1 2 3; do
        mkdir -p "$folder/p$package"
        printf 'cc_library(name = "p%d", srcs = glob(["*.cc"]), hdrs = ["p%d.h"], visibility = ["//visibility:public"])\n' "$package" "$package" \
            > "$folder/p$package/BUILD.bazel"
        printf '#pragma once\n#include <map>\n#include <regex>\n#include <string>\n#include <vector>\n' > "$folder/p$package/p$package.h"
    done
    for ((i = 0; i < count; i++)); do
        package=$((i % 4))
        cat > "$folder/p$package/file$i.cc" << EOF
#include "p$package/p$package.h"
std::map<std::string, std::vector<int>> matches$i(const std::string& text) {
    std::map<std::string, std::vector<int>> result;
    const std::regex word("[a-z]+$i");
    for (auto it = std::sregex_iterator(text.begin(), text.end(), word); it != std::sregex_iterator(); ++it)
        result[it->str()].push_back(static_cast<int>(it->position()));
    return result;
}
EOF
    done
}

# build_workspace FOLDER LOG OPTION...: builds it; sets `seconds` to how long the native part took, as its last line says.
build_workspace() {
    local folder=$1 log=$2
    shift 2
    if ! (cd "$folder" && "${inside[@]}" dotnet build Demo.csproj -c Release -nologo -v minimal "$@") > "$log" 2>&1; then
        cat "$log" >&2
        fail TFN6011 "the build of $folder failed"
    fi
    summary=$(grep -o 'Native actions: .*' "$log" | tail -n 1)
    seconds=$(sed -E 's/.* in (.*)/\1/' <<< "$summary")
}
inside=()

# wait_until COMMAND...: until it succeeds; gives up after a minute.
wait_until() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        "$@" > /dev/null 2>&1 && return
        sleep 0.2
    done
    fail TFN6012 "waited in vain for: $*"
}

# build_and_kill_worker LAUNCHER: builds $work/workspace twice with workers in the namespaces `one` and `two`; in the middle of
# the second build the first worker is killed. The caller's function `compiled WORKER` prints how many files one has compiled.
build_and_kill_worker() {
    local both one two killer
    build_workspace "$work/workspace" "$work/both.log" "-p:NativeCompilerLauncher=$1"
    both=$summary one=$(compiled one) two=$(compiled two)
    say "  $both"

    say "Building again, and killing the first worker in the middle"
    rm -rf "$work/workspace/out"
    (
        # In the middle: when it has compiled some files of this build.
        wait_until eval '(($(compiled one) >= one + 2))'
        kill -KILL $(ip netns pids "$demo_id-one")
    ) &
    killer=$!
    build_workspace "$work/workspace" "$work/killed.log" "-p:NativeCompilerLauncher=$1"
    wait "$killer"
    say "  $summary"

    say ""
    say "with both workers:      $both ($one by the first, $two by the second)"
    say "with one worker killed: $summary ($(($(compiled one) - one)) by the first before it died, $(($(compiled two) - two)) by the second); the build succeeded"
}
