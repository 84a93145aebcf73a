// The rules' patterns read and turned into programs; which program may begin with which word.
#include <algorithm>
#include <set>
#include <stdexcept>

#include "times/pattern.hpp"

namespace recoupe::times {

// Reads a pattern, recursive descent, and writes its program.
class Compiler {
 public:
  Compiler(Grammar& grammar, const Table& table, const Rule& rule)
      : grammar_(grammar), table_(table), rule_(rule) {}

  Grammar::Program run() {
    program_.rule = &rule_;
    pattern(rule_.pattern);
    emit(Grammar::Code::accept);
    return std::move(program_);
  }

 private:
  using Code = Grammar::Code;

  size_t emit(Code code, uint16_t a = 0, uint16_t b = 0) {
    program_.code.push_back({code, a, b});
    return program_.code.size() - 1;
  }
  uint16_t here() const { return static_cast<uint16_t>(program_.code.size()); }

  [[noreturn]] void wrong(const std::string& what) const {
    throw std::logic_error("rule " + std::string(rule_.name) + ": " + what);
  }

  void pattern(std::string_view text) {
    const std::string_view outer = rest_;
    rest_ = text;
    choice();
    if (!peek().empty()) wrong("unexpected " + std::string(peek()));
    rest_ = outer;
  }

  // One bracket, bar or word; empty at the end.
  std::string_view peek() const {
    std::string_view rest = rest_;
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (rest.empty()) return rest;
    if (rest.starts_with("!(") || rest.starts_with("~(")) return rest.substr(0, 2);
    if (std::string_view("()[]{}|").find(rest.front()) != std::string_view::npos) return rest.substr(0, 1);
    return rest.substr(0, std::min(rest.find_first_of(" ()[]{}|"), rest.size()));
  }
  std::string_view take() {
    const std::string_view word = peek();
    rest_ = rest_.substr(static_cast<size_t>(word.data() - rest_.data()) + word.size());
    return word;
  }
  void expect(std::string_view sign) {
    if (take() != sign) wrong("no " + std::string(sign));
  }

  void choice() {
    std::vector<size_t> exits;
    for (;;) {
      const size_t split = emit(Code::split);
      program_.code[split].a = here();
      sequence();
      if (peek() != "|") {
        // the last alternative: its split has nowhere else to go
        program_.code[split].b = program_.code[split].a;
        break;
      }
      take();
      exits.push_back(emit(Code::jump));
      program_.code[split].b = here();
    }
    for (const size_t jump : exits) program_.code[jump].a = here();
  }

  void sequence() {
    for (;;) {
      const std::string_view next = peek();
      if (next.empty() || next == "|" || next == ")" || next == "]") return;
      item();
    }
  }

  void item() {
    const std::string_view word = take();
    if (word == "(") {
      choice();
      expect(")");
    } else if (word == "[") {
      const size_t split = emit(Code::split);
      program_.code[split].a = here();
      choice();
      expect("]");
      program_.code[split].b = here();
    } else if (word == "{") {
      emit(Code::begin);
    } else if (word == "}") {
      emit(Code::end);
    } else if (word == "!(") {
      const size_t ahead = emit(Code::ahead);
      choice();
      expect(")");
      emit(Code::accept);
      program_.code[ahead].a = here();
    } else if (word == "~(") {
      behind();
    } else if (word.front() == '@') {
      assertion(word);
    } else if (word.front() == '$') {
      macro(word.substr(1));
    } else {
      plain(word);
    }
  }

  void behind() {
    std::vector<uint16_t> words;
    for (;;) {
      const std::string_view word = take();
      if (word == ")") break;
      if (word.empty()) wrong("no )");
      if (word != "|") words.push_back(grammar_.vocabulary_.intern(word));
    }
    emit(Code::behind, static_cast<uint16_t>(grammar_.behind_.size()));
    grammar_.behind_.push_back(std::move(words));
  }

  void assertion(std::string_view word) {
    if (word == "@upper") {
      emit(Code::upper);
    } else if (word == "@lower") {
      emit(Code::lower);
    } else if (word == "@glued") {
      emit(Code::glued);
    } else if (word == "@noun") {
      emit(Code::noun);
    } else if (word == "@named") {
      emit(Code::named);
    } else if (word == "@unnamed") {
      emit(Code::unnamed);
    } else if (word == "@plural") {
      emit(Code::plural);
    } else {
      wrong("no " + std::string(word));
    }
  }

  void macro(std::string_view name) {
    for (const Macro& macro : table_.macros) {
      if (macro.name != name) continue;
      pattern(macro.pattern);
      return;
    }
    wrong("no macro " + std::string(name));
  }

  void plain(std::string_view word) {
    if (word.front() >= 'A' && word.front() <= 'Z') {
      std::string lower(word);
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      const Class cls = class_from(lower);
      if (cls == Class::count) wrong("no class " + std::string(word));
      emit(Code::cls, static_cast<uint16_t>(cls));
      return;
    }
    if (word == "lparen") word = "(";
    if (word == "rparen") word = ")";
    emit(Code::word, grammar_.vocabulary_.intern(word));
  }

  Grammar& grammar_;
  const Table& table_;
  const Rule& rule_;
  Grammar::Program program_;
  std::string_view rest_;
};

Grammar::Grammar(Language language) : vocabulary_(language) {
  const Table table = language == Language::french ? fr::table() : en::table();
  for (const Rule& rule : table.rules) programs_.push_back(Compiler(*this, table, rule).run());
  for (const std::string_view key : {"-", ",", ".", "et", "and", "er", "st", "nd", "rd", "th", "°"})
    vocabulary_.intern(key);
  index();
}

namespace {

bool reads_digits(Class cls) {
  return cls < Class::any;
}
// The classes whose words may begin a piece of the class read from numbers.
bool begins(Class cls, const Entry& entry) {
  if (entry.cls == cls) return true;
  if (cls == Class::day) return entry.cls == Class::scale || entry.cls == Class::ordinal;
  if (cls == Class::number || cls == Class::hour || cls == Class::minute) return entry.cls == Class::scale;
  return false;
}

}  // namespace

// Which programs may begin with which word, so that each piece of the text tries only those few; and of
// those, which may go on with a word that no rule knows: most words of a text are such.
void Grammar::index() {
  std::vector<std::set<uint16_t>> heads(static_cast<size_t>(Class::count));
  for (size_t cls = 0; cls < heads.size(); ++cls)
    for (size_t id = 1; id < vocabulary_.size(); ++id)
      for (const Entry& entry : vocabulary_.entries(static_cast<uint16_t>(id)))
        if (begins(static_cast<Class>(cls), entry)) heads[cls].insert(static_cast<uint16_t>(id));
  starts_.assign(vocabulary_.size(), {});
  for (size_t p = 0; p < programs_.size(); ++p) {
    std::set<uint16_t> words;
    bool digits = false, alone = false;
    // Where a match may stand before its first piece (taken 0), and behind it (1).
    std::set<std::pair<uint16_t, int>> seen;
    std::vector<std::pair<uint16_t, int>> open = {{0, 0}};
    while (!open.empty()) {
      const auto [pc, taken] = open.back();
      open.pop_back();
      if (!seen.insert({pc, taken}).second) continue;
      const Instruction& now = programs_[p].code[pc];
      const auto next = static_cast<uint16_t>(pc + 1);
      if (now.code == Code::word || now.code == Code::cls) {
        const auto cls = static_cast<Class>(now.a);
        if (taken > 0) {
          alone = alone || (now.code == Code::cls && cls == Class::any);
          continue;
        }
        if (now.code == Code::word) {
          words.insert(now.a);
        } else {
          digits = digits || reads_digits(cls);
          words.insert(heads[now.a].begin(), heads[now.a].end());
        }
        open.push_back({next, 1});
      } else if (now.code == Code::split) {
        open.push_back({now.a, taken});
        open.push_back({now.b, taken});
      } else if (now.code == Code::jump || now.code == Code::ahead) {
        open.push_back({now.a, taken});
      } else if (now.code == Code::accept) {
        if (taken == 0)
          throw std::logic_error("rule " + std::string(programs_[p].rule->name) + " matches nothing at all");
        alone = true;
      } else {
        open.push_back({next, taken});
      }
    }
    programs_[p].alone = alone;
    const auto number = static_cast<uint16_t>(p);
    for (const uint16_t word : words) starts_[word].push_back(number);
    if (digits) starts_with_digits_.push_back(number);
  }
}

}  // namespace recoupe::times
