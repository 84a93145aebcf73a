#include "hunspell.hpp"

#include <fstream>
#include <sstream>
#include <unordered_map>

#include "base/utf8.hpp"

namespace recoupe::tools {
namespace {

struct Suffix {
  std::string strip, add, condition;
  std::vector<std::string> fields;
};
struct Affixes {
  bool long_flags = false;
  std::string need_affix;
  std::unordered_map<std::string, std::vector<Suffix>> suffixes;
};

std::vector<std::string> split(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

bool read_affixes(const std::string& path, Affixes& out) {
  std::ifstream in(path);
  if (!in) return false;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> words = split(line);
    if (words.size() < 2) continue;
    if (words[0] == "FLAG") out.long_flags = words[1] == "long";
    if (words[0] == "NEEDAFFIX") out.need_affix = words[1];
    if (words[0] != "SFX" || words.size() < 5) continue;
    Suffix suffix;
    suffix.strip = words[2] == "0" ? "" : words[2];
    suffix.add = words[3].substr(0, words[3].find('/'));
    if (suffix.add == "0") suffix.add.clear();
    suffix.condition = words[4];
    suffix.fields.assign(words.begin() + 5, words.end());
    out.suffixes[words[1]].push_back(std::move(suffix));
  }
  return true;
}

// Whether the end of `word` satisfies a condition such as «[^ou]yer»; both are read from their ends.
bool satisfies(std::string_view word, std::string_view condition) {
  if (condition == ".") return true;
  size_t at = word.size();
  size_t c = condition.size();
  while (c > 0) {
    if (at == 0) return false;
    const utf8::Decoded letter = utf8::decode_before(word, at);
    at -= letter.size;
    if (condition[c - 1] == ']') {
      const size_t open = condition.rfind('[', c - 1);
      std::string_view set = condition.substr(open + 1, c - 2 - open);
      const bool negated = !set.empty() && set[0] == '^';
      if (negated) set.remove_prefix(1);
      bool in = false;
      for (size_t i = 0; i < set.size();) {
        const utf8::Decoded member = utf8::decode(set, i);
        in = in || member.code_point == letter.code_point;
        i += member.size;
      }
      if (in == negated) return false;
      c = open;
    } else {
      const utf8::Decoded wanted = utf8::decode_before(condition, c);
      if (wanted.code_point != U'.' && wanted.code_point != letter.code_point) return false;
      c -= wanted.size;
    }
  }
  return true;
}

struct Entry {
  std::string word, stem;
  std::vector<std::string> flags, fields;
};

Entry read_entry(const std::string& line, bool long_flags) {
  Entry entry;
  const size_t blank = line.find_first_of(" \t");
  const std::string head = line.substr(0, blank);
  const size_t slash = head.find('/');
  entry.word = head.substr(0, slash);
  const size_t width = long_flags ? 2 : 1;
  if (slash != std::string::npos)
    for (size_t i = slash + 1; i + width <= head.size(); i += width)
      entry.flags.push_back(head.substr(i, width));
  if (blank != std::string::npos) entry.fields = split(line.substr(blank));
  entry.stem = entry.word;
  for (const std::string& field : entry.fields)
    if (field.starts_with("st:")) entry.stem = field.substr(3);
  return entry;
}

void unfold_entry(const Entry& entry, const Affixes& affixes,
                  const std::function<void(const Unfolded&)>& take) {
  bool itself = true;
  for (const std::string& flag : entry.flags) itself = itself && flag != affixes.need_affix;
  std::string all_flags;
  if (!affixes.long_flags)
    for (const std::string& flag : entry.flags) all_flags += flag;
  Unfolded out{entry.word, entry.stem, 0, all_flags, {entry.fields.begin(), entry.fields.end()}};
  if (itself) take(out);
  for (const std::string& flag : entry.flags) {
    const auto found = affixes.suffixes.find(flag);
    if (found == affixes.suffixes.end()) continue;
    for (const Suffix& suffix : found->second) {
      if (!entry.word.ends_with(suffix.strip) || !satisfies(entry.word, suffix.condition)) continue;
      const std::string form = entry.word.substr(0, entry.word.size() - suffix.strip.size()) + suffix.add;
      out.form = form;
      out.flag = flag.size() == 1 ? flag[0] : '\1';
      out.fields.assign(entry.fields.begin(), entry.fields.end());
      out.fields.insert(out.fields.end(), suffix.fields.begin(), suffix.fields.end());
      take(out);
    }
  }
}

}  // namespace

std::string unfold(const std::string& dictionary, const std::string& affix_file,
                   const std::function<void(const Unfolded&)>& take) {
  Affixes affixes;
  if (!read_affixes(affix_file, affixes)) return "cannot read " + affix_file;
  std::ifstream in(dictionary);
  if (!in) return "cannot read " + dictionary;
  std::string line;
  std::getline(in, line);  // the number of entries
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty() && line[0] != '#') unfold_entry(read_entry(line, affixes.long_flags), affixes, take);
  }
  return {};
}

}  // namespace recoupe::tools
