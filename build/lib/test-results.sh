# Adds up the results of test projects. Sourced, never run.

passed=0 failed=0 skipped=0

# add_results FILE EXIT_CODE WHAT: adds the counters of a .trx file. A test run that ended badly without saying which test
# failed (a crash, a time limit, no test at all) counts as one failure, so that it is never taken for a success.
add_results() {
    local counters='' total=0 executed=0 project_passed=0 project_failed=0
    [[ -r $1 ]] && counters=$(grep -o '<Counters [^>]*>' "$1")
    if [[ $counters =~ total=\"([0-9]+)\"\ executed=\"([0-9]+)\"\ passed=\"([0-9]+)\"\ failed=\"([0-9]+)\" ]]; then
        total=${BASH_REMATCH[1]} executed=${BASH_REMATCH[2]} project_passed=${BASH_REMATCH[3]} project_failed=${BASH_REMATCH[4]}
    fi
    if ((project_failed == 0 && ($2 != 0 || executed == 0 || project_passed < executed))); then
        project_failed=1
        say "$3 ended with exit code $2 after $executed tests; that counts as a failure"
    fi
    passed=$((passed + project_passed)) failed=$((failed + project_failed)) skipped=$((skipped + total - executed))
}

# add_failure WHAT: something else than a test failed.
add_failure() {
    failed=$((failed + 1))
    say "$1; that counts as a failure"
}

# show_results: the closing line; returns 1 when something failed or nothing ran.
show_results() {
    local end=
    ((skipped > 0)) && end=", $skipped skipped"
    say "$passed passed, $failed failed$end"
    ((failed == 0 && passed > 0))
}
