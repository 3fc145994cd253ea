#include "tools/cpp/runfiles/runfiles.h"

#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

namespace bazel {
namespace tools {
namespace cpp {
namespace runfiles {

namespace {

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool IsFile(const std::string& path) {
  struct stat status;
  return !path.empty() && stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool IsFolder(const std::string& path) {
  struct stat status;
  return !path.empty() && stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool EndsWith(const std::string& text, const std::string& ending) {
  return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

std::string Unescaped(const std::string& text) {
  std::string result;
  for (size_t i = 0; i < text.size(); i++) {
    char escaped = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (escaped == 's' || escaped == 'n' || escaped == 'b') {
      result += escaped == 's' ? ' ' : escaped == 'n' ? '\n' : '\\';
      i++;
    } else {
      result += text[i];
    }
  }
  return result;
}

// A line is "name path"; one that begins with a space has escapes, because there are spaces or line ends in it.
bool Read(const std::string& manifest, std::map<std::string, std::string>* files) {
  std::ifstream stream(manifest);
  if (!stream) return false;
  std::string line;
  while (std::getline(stream, line)) {
    if (line.empty()) continue;
    bool escaped = line[0] == ' ';
    if (escaped) line.erase(0, 1);
    size_t space = line.find(' ');
    std::string name = line.substr(0, space), path = space == std::string::npos ? "" : line.substr(space + 1);
    (*files)[escaped ? Unescaped(name) : name] = escaped ? Unescaped(path) : path;
  }
  return true;
}

bool IsAbsolute(const std::string& path) { return !path.empty() && path[0] == '/'; }

bool IsNormalized(const std::string& path) {
  std::string padded = "/" + path + "/";
  return padded.find("//") == std::string::npos && padded.find("/./") == std::string::npos && padded.find("/../") == std::string::npos;
}

}  // namespace

Runfiles* Runfiles::Create(const std::string& argv0, std::string* error) {
  return Create(argv0, Variable("RUNFILES_MANIFEST_FILE"), Variable("RUNFILES_DIR"), error);
}

Runfiles* Runfiles::Create(const std::string& argv0, const std::string&, std::string* error) { return Create(argv0, error); }

Runfiles* Runfiles::Create(const std::string& argv0, const std::string& runfiles_manifest_file, const std::string& runfiles_dir,
                           const std::string&, std::string* error) {
  return Create(argv0, runfiles_manifest_file, runfiles_dir, error);
}

Runfiles* Runfiles::Create(const std::string& argv0, const std::string& runfiles_manifest_file, const std::string& runfiles_dir,
                           std::string* error) {
  std::string manifest = runfiles_manifest_file, folder = runfiles_dir;
  if (!IsFile(manifest) && !IsFolder(folder)) {
    manifest = argv0 + ".runfiles/MANIFEST";
    folder = argv0 + ".runfiles";
    if (!IsFile(manifest)) manifest = argv0 + ".runfiles_manifest";
  }
  for (const char* ending : {"/MANIFEST", "_manifest"}) {
    if (!IsFolder(folder) && EndsWith(manifest, ending)) folder = manifest.substr(0, manifest.size() - std::string(ending).size());
  }
  if (!IsFolder(folder)) folder.clear();
  if (!IsFile(manifest)) manifest.clear();

  std::map<std::string, std::string> files;
  if ((manifest.empty() && folder.empty()) || (!manifest.empty() && !Read(manifest, &files))) {
    if (error != nullptr) *error = "there are no runfiles for \"" + argv0 + "\": neither RUNFILES_MANIFEST_FILE nor RUNFILES_DIR names any, and none lie beside it";
    return nullptr;
  }
  return new Runfiles(std::move(files), folder, {{"RUNFILES_MANIFEST_FILE", manifest}, {"RUNFILES_DIR", folder}, {"JAVA_RUNFILES", folder}});
}

Runfiles* Runfiles::CreateForTest(std::string* error) {
  return Create("", Variable("RUNFILES_MANIFEST_FILE"), Variable("TEST_SRCDIR"), error);
}

Runfiles* Runfiles::CreateForTest(const std::string&, std::string* error) { return CreateForTest(error); }

std::string Runfiles::Rlocation(const std::string& path) const {
  if (path.empty()) return "";
  if (IsAbsolute(path)) return path;
  if (!IsNormalized(path)) return "";
  auto exact = files_.find(path);
  if (exact != files_.end()) return exact->second.empty() ? path : exact->second;
  // A file in a folder that is one runfile.
  for (size_t end = path.rfind('/'); end != std::string::npos && end > 0; end = path.rfind('/', end - 1)) {
    auto folder = files_.find(path.substr(0, end));
    if (folder != files_.end()) return folder->second + path.substr(end);
  }
  return directory_.empty() ? "" : directory_ + "/" + path;
}

std::string Runfiles::Rlocation(const std::string& path, const std::string&) const { return Rlocation(path); }

std::unique_ptr<Runfiles> Runfiles::WithSourceRepository(const std::string&) const {
  return std::unique_ptr<Runfiles>(new Runfiles(files_, directory_, variables_));
}

}  // namespace runfiles
}  // namespace cpp
}  // namespace tools
}  // namespace bazel
