// Finds the data files of a program, in its folder of runfiles or by its manifest.
//
// The class is that of Bazel's library of this name: https://bazel.build/extending/rules#runfiles.
//
//   std::string error;
//   std::unique_ptr<Runfiles> runfiles(Runfiles::Create(argv[0], &error));
//   std::string path = runfiles->Rlocation("workspace/package/file.txt");
#ifndef TOOLS_CPP_RUNFILES_RUNFILES_H_
#define TOOLS_CPP_RUNFILES_RUNFILES_H_

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bazel {
namespace tools {
namespace cpp {
namespace runfiles {

class Runfiles {
 public:
  virtual ~Runfiles() = default;
  Runfiles(const Runfiles&) = delete;
  Runfiles& operator=(const Runfiles&) = delete;

  // As RUNFILES_MANIFEST_FILE or RUNFILES_DIR says, else what lies beside the program. Null where there is nothing; `error` says why.
  static Runfiles* Create(const std::string& argv0, std::string* error = nullptr);
  static Runfiles* Create(const std::string& argv0, const std::string& source_repository, std::string* error = nullptr);

  // The same with the values of the two variables; "" for one that is not set.
  static Runfiles* Create(const std::string& argv0, const std::string& runfiles_manifest_file, const std::string& runfiles_dir,
                          std::string* error = nullptr);
  static Runfiles* Create(const std::string& argv0, const std::string& runfiles_manifest_file, const std::string& runfiles_dir,
                          const std::string& source_repository, std::string* error = nullptr);

  // For a test: as RUNFILES_MANIFEST_FILE or TEST_SRCDIR says.
  static Runfiles* CreateForTest(std::string* error = nullptr);
  static Runfiles* CreateForTest(const std::string& source_repository, std::string* error = nullptr);

  // Where the file is; "" where the manifest does not have it, or for a path that cannot be one. `path` begins with its
  // repository's name.
  std::string Rlocation(const std::string& path) const;
  std::string Rlocation(const std::string& path, const std::string& source_repository) const;

  // The variables by which a program that is started from here finds the same files.
  const std::vector<std::pair<std::string, std::string>>& EnvVars() const { return variables_; }

  // The same files as another repository names them: names are the same for all where there is no MODULE.bazel.
  std::unique_ptr<Runfiles> WithSourceRepository(const std::string& source_repository) const;

 private:
  Runfiles(std::map<std::string, std::string> files, std::string directory, std::vector<std::pair<std::string, std::string>> variables)
      : files_(std::move(files)), directory_(std::move(directory)), variables_(std::move(variables)) {}

  const std::map<std::string, std::string> files_;
  const std::string directory_;
  const std::vector<std::pair<std::string, std::string>> variables_;
};

}  // namespace runfiles
}  // namespace cpp
}  // namespace tools
}  // namespace bazel

#endif  // TOOLS_CPP_RUNFILES_RUNFILES_H_
