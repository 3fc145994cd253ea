# Installs what a fresh Debian lacks. Sourced, never run.

# require_packages PACKAGE:COMMAND|/FILE...: installs the packages whose command is not on the PATH, or whose file is not there; as
# root, or through sudo; where neither is possible, it says what it would install, and fails.
require_packages() {
    local pair wanted=() as_root=()
    for pair in "$@"; do
        [[ $pair == *:/* && -e ${pair#*:} ]] || command -v "${pair#*:}" > /dev/null || wanted+=("${pair%%:*}")
    done
    ((${#wanted[@]} == 0)) && return
    if [[ $(id -u) != 0 ]]; then
        as_root=(sudo -n)
        sudo -n true 2> /dev/null ||
            fail TFN6007 "these Debian packages are missing, and only root can install them: apt-get install ${wanted[*]}"
    fi
    say "Installing from Debian: ${wanted[*]}"
    # What apt says is shown only where it fails: it complains about much that is no harm.
    local said
    said=$(
        {
            "${as_root[@]}" apt-get update -qq &&
                "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${wanted[@]}"
        } 2>&1
    ) || fail TFN6007 "these Debian packages could not be installed: ${wanted[*]}"$'\n'"$(tail -n 8 <<< "$said")"
}
