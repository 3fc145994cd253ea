# Finds the data files of a program, in its folder of runfiles or by its manifest. Sourced, never run.
#
# The functions are those of Bazel's library of this name: https://bazel.build/extending/rules#runfiles.
#
#   path=$(rlocation workspace/package/file.txt)

# A program that is started by hand finds what lies beside it.
if [[ -z ${RUNFILES_DIR:-} && -z ${RUNFILES_MANIFEST_FILE:-} ]]; then
    if [[ -d $0.runfiles ]]; then
        export RUNFILES_DIR=$0.runfiles
    elif [[ -f $0.runfiles_manifest ]]; then
        export RUNFILES_MANIFEST_FILE=$0.runfiles_manifest
    fi
fi

# rlocation PATH [REPOSITORY]: prints where the file is, nothing where it is nowhere; PATH begins with its repository's name.
# Returns 1 for a path that cannot be one.
rlocation() {
    local path=$1 rest= found
    case $path in
        '' | ./* | */./* | */. | ../* | */../* | */.. | *//*)
            printf 'rlocation: "%s" is not a normalized path\n' "$path" >&2
            return 1
            ;;
        /*) printf '%s\n' "$path" && return ;;
    esac
    if [[ -n ${RUNFILES_DIR:-} && -e $RUNFILES_DIR/$path ]]; then
        printf '%s\n' "$RUNFILES_DIR/$path"
        return
    fi
    # A file of the manifest, or one in a folder that is one runfile.
    while [[ -f ${RUNFILES_MANIFEST_FILE:-} ]]; do
        if found=$(_runfiles_entry "$path"); then
            printf '%s%s\n' "${found:-$path}" "$rest"
            return
        fi
        [[ $path == */* ]] || break
        rest=/${path##*/}$rest path=${path%/*}
    done
    echo
}

# _runfiles_entry NAME: what the manifest has for it; fails where it has nothing. A line is "name path"; one that begins with a
# space has escapes, because there are spaces or line ends in it.
_runfiles_entry() {
    local name=$1 line found
    if [[ $name != *[$' \n']* ]]; then
        while IFS= read -r line; do
            if [[ $line == "$name "* ]]; then
                printf '%s' "${line#"$name "}"
                return
            fi
        done < "$RUNFILES_MANIFEST_FILE"
    fi
    name=${name//\\/\\b} name=${name//$'\n'/\\n} name=${name// /\\s}
    while IFS= read -r line; do
        if [[ $line == " $name "* ]]; then
            found=${line#" $name "} found=${found//\\n/$'\n'}
            printf '%s' "${found//\\b/\\}"
            return
        fi
    done < "$RUNFILES_MANIFEST_FILE"
    return 1
}

# runfiles_rlocation_checked PATH: rlocation without a repository's view of names.
runfiles_rlocation_checked() { rlocation "$1"; }

# runfiles_export_envvars: sets the variables by which a program that is started from here finds the same files; fails where
# there are none.
runfiles_export_envvars() {
    [[ -f ${RUNFILES_MANIFEST_FILE:-} || -d ${RUNFILES_DIR:-} ]] || return 1
    if [[ ! -d ${RUNFILES_DIR:-} ]]; then
        RUNFILES_DIR=${RUNFILES_MANIFEST_FILE%/MANIFEST}
        RUNFILES_DIR=${RUNFILES_DIR%_manifest}
        [[ -d $RUNFILES_DIR ]] || RUNFILES_DIR=
    elif [[ ! -f ${RUNFILES_MANIFEST_FILE:-} ]]; then
        RUNFILES_MANIFEST_FILE=
        [[ ! -f $RUNFILES_DIR/MANIFEST ]] || RUNFILES_MANIFEST_FILE=$RUNFILES_DIR/MANIFEST
    fi
    export RUNFILES_MANIFEST_FILE RUNFILES_DIR JAVA_RUNFILES=$RUNFILES_DIR
}

# runfiles_current_repository [DEPTH]: prints the name of the repository that the caller's file belongs to; "" for the main one.
runfiles_current_repository() {
    local file
    file=$(realpath -s -- "${BASH_SOURCE[${1:-1}]}")
    if [[ -n ${RUNFILES_DIR:-} && $file == "$(realpath -s -- "$RUNFILES_DIR")"/* ]]; then
        file=${file#"$(realpath -s -- "$RUNFILES_DIR")"/}
        file=${file%%/*}
        [[ $file != _main ]] || file=
    elif [[ $file =~ /external/([^/]+)/ ]]; then
        file=${BASH_REMATCH[1]}
    else
        file=
    fi
    printf '%s\n' "$file"
}
export -f rlocation _runfiles_entry runfiles_rlocation_checked runfiles_export_envvars runfiles_current_repository
