#!/usr/bin/env python3
"""Prints the programs that end differently in two transcripts; where both fail, only with --messages if the messages differ.

usage: differences.py [--messages] PROGRAMS BAZEL HERE
"""
import sys

paths = [a for a in sys.argv[1:] if not a.startswith("--")]
messages = "--messages" in sys.argv
programs = open(paths[0], encoding="utf-8").read().split("\n---\n")
bazel, here = (open(p, encoding="utf-8").read().split("---\n") for p in paths[1:3])


def outcome(transcript):
    return "\n".join(line if messages or line.startswith("p ") else line[0] for line in transcript.splitlines())


different = 0
for program, theirs, ours in zip(programs, bazel, here):
    # How many errors of syntax a parser finds after the first is its own affair.
    if theirs.startswith("s ") and ours.startswith("s ") and not messages:
        continue
    if outcome(theirs) != outcome(ours):
        different += 1
        print(program.replace("def f(): pass\n", "") + "\n  bazel: " + theirs.strip().replace("\n", " / ") + "\n  here:  " + ours.strip().replace("\n", " / "))
print(f"{len(programs)} programs, {different} different")
sys.exit(1 if different else 0)
