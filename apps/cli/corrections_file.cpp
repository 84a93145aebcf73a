#include "corrections_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "report/corrections_read.hpp"

namespace recoupe::cli {
namespace {

Result<std::string> read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  if (file && file.peek() != std::ifstream::traits_type::eof()) out << file.rdbuf();
  if (file.bad() || !file.is_open())
    return Error{path.string(), fmt::format("cannot be read: {}", std::strerror(errno))};
  return out.str();
}

}  // namespace

Result<CorrectionsFile> read_corrections(const std::string& folder, const std::vector<std::string>& extras) {
  CorrectionsFile out;
  const std::filesystem::path own = std::filesystem::path(folder) / "corrections.jsonl";
  std::error_code ignored;
  if (std::filesystem::exists(own, ignored)) {
    Result<std::string> bytes = read_whole(own);
    if (!bytes.ok()) return bytes.error();
    out.bytes = bytes.take();
  }
  for (const std::string& extra : extras) {
    if (extra.empty() || !std::filesystem::exists(extra, ignored)) continue;
    const Result<std::string> bytes = read_whole(extra);
    if (!bytes.ok()) return bytes.error();
    std::string joined = report::joined_corrections(out.bytes, bytes.value());
    out.changed = out.changed || joined != out.bytes;
    out.bytes = std::move(joined);
  }
  out.corrections = report::read_corrections(out.bytes);
  return out;
}

bool tell_corrections(const std::vector<CorrectionReport>& reports, Messages& messages) {
  bool understood = true;
  size_t applied = 0;
  for (const CorrectionReport& report : reports) {
    const std::string where = fmt::format("corrections.jsonl:{}", report.line);
    if (report.state == CorrectionReport::State::applied) {
      ++applied;
      if (!report.what.empty()) messages.say(fmt::format("{}: {}", where, report.what));
    } else {
      messages.error(Error{where, report.what.empty() ? "nothing is left to apply it to" : report.what});
    }
    understood = understood && report.state != CorrectionReport::State::malformed;
  }
  if (!reports.empty()) messages.say(fmt::format("{} of {} corrections applied", applied, reports.size()));
  return understood;
}

}  // namespace recoupe::cli
