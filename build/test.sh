#!/bin/bash
# On a fresh Debian with the .NET SDK: installs what is missing, gets the sources, builds everything, and runs all tests.
# The last line is "N passed, N failed" over all test projects; the exit code is 0 only when nothing failed.
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) root=${build%/*}
for part in say debian-packages setup test-results; do source "$build/lib/$part.sh"; done

# give_up WHAT: ends where the steps after it would only fail for the same reason.
give_up() {
    add_failure "$1"
    show_results
    exit 1
}

prepare_machine
# Tests look at the build report in a browser, and compare with ninja.
require_packages chromium:chromium ninja-build:ninja pkgconf:pkg-config
prepare_clang
"$build/get-sources.sh" --group full || give_up "Getting the sources failed"
cd "$root" || exit 1
results=$root/artifacts/test-results
rm -rf "$results"

say "Building TfNative.sln"
dotnet build TfNative.sln || give_up "The build failed"
say "Checking the format"
dotnet format TfNative.sln --verify-no-changes --no-restore || add_failure "The code is not as .editorconfig wants it"
# The samples are not in the solution, because they are built with the package that is made of it.
dotnet format whitespace samples --folder --verify-no-changes || add_failure "The samples are not as .editorconfig wants them"
# What the samples' tests look at; on its own, so that the progress of minutes of compiling is seen.
"$build/run.sh" || add_failure "build/run.sh failed"

for project in tests/*.Tests; do
    name=${project##*/}
    say "Running $name"
    dotnet test "$project" --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
        --blame-hang-timeout 20m --blame-hang-dump-type none
    add_results "$results/$name.trx" $? "$name"
done
show_results
