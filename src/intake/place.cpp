#include "intake/place.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

namespace recoupe::intake {
namespace {

std::optional<uint64_t> whole_number(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Place place_of(const std::string& source_name) {
  std::error_code ignored;
  if (std::filesystem::exists(source_name, ignored)) return {source_name, {}};
  for (size_t mark = source_name.rfind('!'); mark != std::string::npos && mark > 0;
       mark = source_name.rfind('!', mark - 1)) {
    std::string file = source_name.substr(0, mark);
    if (file == "-" || std::filesystem::is_regular_file(file, ignored))
      return {std::move(file), source_name.substr(mark + 1)};
  }
  const size_t last = source_name.rfind('!');
  if (last == std::string::npos || last == 0) return {source_name, {}};
  // The file is gone: its record, as most are named, is a number.
  if (!record_mark(std::string_view(source_name).substr(last + 1))) return {source_name, {}};
  return {source_name.substr(0, last), source_name.substr(last + 1)};
}

std::optional<uint64_t> record_number(std::string_view record) {
  const std::optional<uint64_t> number = whole_number(record);
  return number && *number > 0 ? number : std::nullopt;
}

std::set<uint64_t> record_numbers(const Wanted& wanted) {
  std::set<uint64_t> out;
  for (const std::string& record : wanted)
    if (const auto number = record_number(record)) out.insert(*number);
  return out;
}

std::string record_name(Mark mark) {
  return mark.inside == 0 ? fmt::format("{}", mark.stored) : fmt::format("{}+{}", mark.stored, mark.inside);
}

std::optional<Mark> record_mark(std::string_view record) {
  const size_t plus = record.find('+');
  const std::optional<uint64_t> stored = whole_number(record.substr(0, plus));
  if (!stored) return std::nullopt;
  if (plus == std::string_view::npos) return Mark{*stored, 0};
  const std::optional<uint64_t> inside = whole_number(record.substr(plus + 1));
  if (!inside) return std::nullopt;
  return Mark{*stored, *inside};
}

}  // namespace recoupe::intake
