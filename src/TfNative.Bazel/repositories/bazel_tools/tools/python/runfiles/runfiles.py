"""Finds the data files of a program, in its folder of runfiles or by its manifest.

The functions are those of Bazel's library of this name: https://bazel.build/extending/rules#runfiles.

    from bazel_tools.tools.python.runfiles import runfiles
    r = runfiles.Create()
    path = r.Rlocation("workspace/package/file.txt")
"""

import inspect
import os
import posixpath

from bazel_tools.tools.python.runfiles import main_workspace


def Create(env=None):
    """Runfiles as RUNFILES_MANIFEST_FILE or RUNFILES_DIR of `env` (the process's by default) say; None where neither is set."""
    env = os.environ if env is None else env
    if env.get("RUNFILES_MANIFEST_FILE"):
        return CreateManifestBased(env["RUNFILES_MANIFEST_FILE"])
    if env.get("RUNFILES_DIR"):
        return CreateDirectoryBased(env["RUNFILES_DIR"])
    return None


def CreateManifestBased(manifest_path):
    return _Runfiles(_Manifest(manifest_path))


def CreateDirectoryBased(runfiles_dir_path):
    return _Runfiles(_Directory(runfiles_dir_path))


class _Runfiles:
    def __init__(self, place):
        self._place = place

    def Rlocation(self, path):
        """The file's path on disk; None where the manifest does not have it. `path` begins with its repository's name."""
        if not path:
            raise ValueError("an empty path names no runfile")
        if posixpath.isabs(path):
            return path
        if path != posixpath.normpath(path) or path.startswith(".."):
            raise ValueError("path is not normalized: %r" % path)
        return self._place.find(path)

    def EnvVars(self):
        """The variables by which a program that is started from here finds the same files."""
        return self._place.variables()

    def CurrentRepository(self, frame=1):
        """Name of the repository that the caller's file belongs to; "" for the main one."""
        caller = os.path.abspath(inspect.stack()[frame].filename)
        root = os.path.abspath(__file__)
        for _ in ("bazel_tools", "tools", "python", "runfiles", "runfiles.py"):
            root = os.path.dirname(root)
        name = os.path.relpath(caller, root).split(os.sep)[0]
        if name == os.pardir:
            raise ValueError("%s does not lie below the runfiles in %s" % (caller, root))
        return "" if name == main_workspace.NAME else name


class _Directory:
    def __init__(self, path):
        if not path:
            raise ValueError("the folder of runfiles has no name")
        self._path = path

    def find(self, path):
        return posixpath.join(self._path, path)

    def variables(self):
        return {"RUNFILES_DIR": self._path, "JAVA_RUNFILES": self._path}


class _Manifest:
    def __init__(self, path):
        if not path:
            raise ValueError("the manifest of runfiles has no name")
        self._path = path
        with open(path, "r", encoding="utf-8", newline="\n") as lines:
            self._files = dict(_entry(line.rstrip("\n")) for line in lines if line != "\n")

    def find(self, path):
        found = self._files.get(path)
        if found is not None:
            return found or path
        # A file in a folder that is one runfile.
        end = path.rfind("/")
        while end > 0:
            folder = self._files.get(path[:end])
            if folder is not None:
                return folder + path[end:]
            end = path.rfind("/", 0, end)
        return None

    def variables(self):
        for ending in ("/MANIFEST", "_manifest"):
            if self._path.endswith(ending):
                folder = self._path[:-len(ending)]
                return {"RUNFILES_MANIFEST_FILE": self._path, "RUNFILES_DIR": folder, "JAVA_RUNFILES": folder}
        return {"RUNFILES_MANIFEST_FILE": self._path, "RUNFILES_DIR": "", "JAVA_RUNFILES": ""}


def _entry(line):
    """A line is "name path"; one that begins with a space has escapes, because there are spaces or line ends in it."""
    if not line.startswith(" "):
        name, _, path = line.partition(" ")
        return name, path
    name, _, path = line[1:].partition(" ")
    return _unescape(name.replace(r"\s", " ")), _unescape(path)


def _unescape(text):
    return text.replace(r"\n", "\n").replace(r"\b", "\\")
