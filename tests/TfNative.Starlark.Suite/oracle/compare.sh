#!/bin/bash
# Compares this interpreter with Bazel's own, as Debian's bazel-bootstrap has it: compare.sh SEED COUNT [FOLDER].
# Needs a JDK and the package's files: apt-get download bazel-bootstrap-data, and dpkg -x it to FOLDER (else the installed one).
set -e
here=$(cd "$(dirname "$0")" && pwd)
jar=${3:-}/usr/share/bazel/A-server.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/generate.py" "$1" "$2" > "$work/programs.star"
javac -proc:none -cp "$jar" -d "$work" "$here/Oracle.java"
java -cp "$jar:$work" Oracle "$work/programs.star" "$work/bazel.txt"
dotnet run -c Release --project "$here/.." -- --transcript "$work/programs.star" > "$work/here.txt"
python3 "$here/differences.py" "$work/programs.star" "$work/bazel.txt" "$work/here.txt"
