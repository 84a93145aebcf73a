#include "intake/inputs.hpp"

#include <fmt/format.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <vector>

namespace recoupe::intake {
namespace {

namespace fs = std::filesystem;
using TakeFile = std::function<bool(Result<std::string>)>;

class Walk {
 public:
  explicit Walk(const TakeFile& take) : take_(take) {}

  // A file is handed on, a folder entered. `named`: the user wrote this path, it is not an entry of a folder.
  bool visit(const std::string& path, bool named) {
    struct stat about {};
    if (stat(path.c_str(), &about) != 0) {
      const std::error_code why(errno, std::generic_category());
      if (why == std::errc::no_such_file_or_directory)
        return take_(Error{path, named ? "does not exist" : "is a link to nothing"});
      if (why == std::errc::too_many_symbolic_link_levels)
        return take_(Error{path, "is a link that leads back to itself"});
      return take_(Error{path, refusal(why)});
    }
    if (S_ISDIR(about.st_mode)) {
      // Each folder once: a link back to a parent would never end.
      if (!seen_.emplace(about.st_dev, about.st_ino).second) return true;
      return folder(path, named);
    }
    // A fifo is read where the user names it (`recoupe extract <(…)`), not where it lies about in a folder.
    if (!S_ISREG(about.st_mode) && !(named && S_ISFIFO(about.st_mode)))
      return take_(Error{path, "is not a regular file"});
    return take_(path);
  }

 private:
  static std::string refusal(const std::error_code& why) {
    if (why == std::errc::permission_denied) return "cannot be opened: permission denied";
    return fmt::format("cannot be read: {}", why.message());
  }

  bool folder(const std::string& path, bool named) {
    std::error_code why;
    std::vector<std::string> names;
    fs::directory_iterator entries(path, why);
    for (; !why && entries != fs::directory_iterator(); entries.increment(why)) {
      std::string name = entries->path().filename().string();
      if (name.front() != '.') names.push_back(std::move(name));
    }
    if (why) return take_(Error{path, refusal(why)});
    if (remove_own_output(names) && names.empty()) return true;
    if (names.empty()) return named ? take_(Error{path, "is an empty folder"}) : true;
    std::sort(names.begin(), names.end());
    const std::string prefix = path.back() == '/' ? path : path + '/';
    return std::all_of(names.begin(), names.end(),
                       [&](const std::string& name) { return visit(prefix + name, false); });
  }

  // A folder that `recoupe dossier` wrote to may be read again, or hold the articles as well: what the
  // program wrote there is no article. True where that was so.
  static bool remove_own_output(std::vector<std::string>& names) {
    const auto there = [&](const char* name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (!there("dossier.json") || !there("dossier.sqlite") || !there("articles.jsonl")) return false;
    static constexpr std::array<std::string_view, 14> written = {
        "articles.jsonl", "dossier.json", "dossier.sqlite", "dossier.sqlite-shm", "dossier.sqlite-wal",
        "index.html",     "changes.json", "statements.csv", "figures.csv",        "movements.csv",
        "events.csv",     "times.csv",    "places.csv",     "corrections.jsonl"};
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](const std::string& name) {
                                 return std::find(written.begin(), written.end(), name) != written.end();
                               }),
                names.end());
    return true;
  }

  const TakeFile& take_;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

std::vector<std::string> matches(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

bool for_each_file(const std::string& input, const TakeFile& take) {
  if (input == "-") return take(input);
  Walk walk(take);
  struct stat about {};
  const bool exists = lstat(input.c_str(), &about) == 0;
  if (exists || input.find_first_of("*?[") == std::string::npos) return walk.visit(input, true);
  const std::vector<std::string> paths = matches(input);
  if (paths.empty()) return take(Error{input, "matches no file"});
  return std::all_of(paths.begin(), paths.end(),
                     [&](const std::string& path) { return walk.visit(path, true); });
}

}  // namespace recoupe::intake
