#include "times/pattern.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "times/numbers.hpp"

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

// Runs one program from one piece.
class Runner {
 public:
  Runner(const Grammar& grammar, std::string_view text, const std::vector<Piece>& pieces)
      : grammar_(grammar), text_(text), pieces_(pieces) {}

  bool run(const Grammar::Program& program, uint32_t start, Match& match) {
    program_ = &program;
    start_ = start;
    captures_.clear();
    begin_ = start;
    end_set_ = false;
    steps_ = 0;
    uint32_t to = 0;
    if (!step(0, start, to)) return false;
    match.rule = program.rule;
    match.from = start;
    match.to = to;
    match.begin = begin_;
    match.end = end_set_ ? end_ : to;
    match.captures = captures_;
    return match.begin < match.end;
  }

 private:
  using Code = Grammar::Code;

  bool may_take(uint32_t at) const { return at < pieces_.size() && (at == start_ || !pieces_[at].paragraph); }

  bool behind(uint32_t at, const std::vector<uint16_t>& words) const {
    if (at == 0 || pieces_[at].paragraph || pieces_[at - 1].word == 0) return true;
    return std::find(words.begin(), words.end(), pieces_[at - 1].word) == words.end();
  }

  // «2000 manifestants»: a small word that ends like the plural of a noun. French only asks this.
  bool plural(uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.upper || !piece.letters || piece.span.size() < 4) return false;
    const std::string_view word = slice(text_, piece.span);
    if (word.back() != 's' && word.back() != 'x') return false;
    return !read_class(Class::small, pieces_, at, grammar_.vocabulary_);
  }

  // «Johnnie Christmas», «Bernard Noël»: a capitalised word that we do not know goes before.
  bool named(uint32_t at) const {
    if (at == 0 || at >= pieces_.size() || pieces_[at].line) return false;
    const Piece& before = pieces_[at - 1];
    return before.letters && before.upper && before.word == 0;
  }

  // «la tireuse de 25 ans»: a small word goes before that is none of those that last («une peine de cinq
  // ans»).
  bool after_noun(uint32_t at) const {
    if (at == 0 || at >= pieces_.size() || pieces_[at].paragraph) return false;
    const Piece& before = pieces_[at - 1];
    if (!before.letters || before.upper || before.span.size() < 3) return false;
    return !read_class(Class::lasting, pieces_, at - 1, grammar_.vocabulary_);
  }

  bool tries(size_t pc, uint32_t at, uint32_t& to) {
    const auto captures = captures_.size();
    const auto marks = std::tuple(begin_, end_, end_set_);
    if (step(pc, at, to)) return true;
    captures_.resize(captures);
    std::tie(begin_, end_, end_set_) = marks;
    return false;
  }

  bool step(size_t pc, uint32_t at, uint32_t& to) {
    // A guard against a pattern that would branch without end on some odd text; none comes near it.
    if (++steps_ > 4000) return false;
    for (;; ++pc) {
      const Grammar::Instruction& now = program_->code[pc];
      switch (now.code) {
        case Code::word:
          if (!may_take(at) || pieces_[at].word != now.a) return false;
          ++at;
          break;
        case Code::cls: {
          if (!may_take(at)) return false;
          const auto found = read_class(static_cast<Class>(now.a), pieces_, at, grammar_.vocabulary_);
          if (!found) return false;
          captures_.push_back({static_cast<Class>(now.a), found->value, at});
          at = found->end;
          break;
        }
        case Code::split:
          if (now.a == now.b) {
            pc = now.a - 1u;
            break;
          }
          if (tries(now.a, at, to)) return true;
          pc = now.b - 1u;
          break;
        case Code::jump:
          pc = now.a - 1u;
          break;
        case Code::begin:
          begin_ = at;
          break;
        case Code::end:
          end_ = at;
          end_set_ = true;
          break;
        case Code::ahead: {
          uint32_t ignored = 0;
          const auto captures = captures_.size();
          const bool found = tries(pc + 1, at, ignored);
          captures_.resize(captures);
          if (found) return false;
          pc = now.a - 1u;
          break;
        }
        case Code::behind:
          if (at < pieces_.size() && !behind(at, grammar_.behind_[now.a])) return false;
          break;
        case Code::upper:
          if (!may_take(at) || !pieces_[at].upper) return false;
          break;
        case Code::lower:
          if (!may_take(at) || pieces_[at].upper || !pieces_[at].letters) return false;
          break;
        case Code::glued:
          if (!may_take(at) || pieces_[at].space) return false;
          break;
        case Code::noun:
          if (!after_noun(at)) return false;
          break;
        case Code::named:
          if (!named(at)) return false;
          break;
        case Code::unnamed:
          if (named(at)) return false;
          break;
        case Code::plural:
          if (!may_take(at) || !plural(at)) return false;
          break;
        case Code::accept:
          to = at;
          return true;
      }
    }
  }

  const Grammar& grammar_;
  std::string_view text_;
  const std::vector<Piece>& pieces_;
  const Grammar::Program* program_ = nullptr;
  std::vector<Capture> captures_;
  uint32_t start_ = 0, begin_ = 0, end_ = 0;
  bool end_set_ = false;
  int steps_ = 0;
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

// Which programs may begin with which word: so that each piece of the text tries only those few.
void Grammar::index() {
  starts_.assign(vocabulary_.size(), {});
  for (size_t p = 0; p < programs_.size(); ++p) {
    const auto number = static_cast<uint16_t>(p);
    std::set<uint16_t> seen;
    std::vector<uint16_t> open = {0};
    std::set<uint16_t> words;
    bool digits = false;
    while (!open.empty()) {
      const uint16_t pc = open.back();
      open.pop_back();
      if (!seen.insert(pc).second) continue;
      const Instruction& now = programs_[p].code[pc];
      if (now.code == Code::word) {
        words.insert(now.a);
      } else if (now.code == Code::cls) {
        const auto cls = static_cast<Class>(now.a);
        digits = digits || reads_digits(cls);
        for (size_t id = 1; id < vocabulary_.size(); ++id)
          for (const Entry& entry : vocabulary_.entries(static_cast<uint16_t>(id)))
            if (begins(cls, entry)) words.insert(static_cast<uint16_t>(id));
      } else if (now.code == Code::split) {
        open.push_back(now.a);
        open.push_back(now.b);
      } else if (now.code == Code::jump || now.code == Code::ahead) {
        open.push_back(now.a);
      } else if (now.code == Code::accept) {
        throw std::logic_error("rule " + std::string(programs_[p].rule->name) + " matches nothing at all");
      } else {
        open.push_back(static_cast<uint16_t>(pc + 1));
      }
    }
    for (const uint16_t word : words) starts_[word].push_back(number);
    if (digits) starts_with_digits_.push_back(number);
  }
}

std::vector<Match> Grammar::matches(std::string_view text, const std::vector<Piece>& pieces) const {
  Runner runner(*this, text, pieces);
  std::vector<Match> found;
  Match match;
  for (uint32_t at = 0; at < pieces.size(); ++at) {
    const Piece& piece = pieces[at];
    if (piece.word == 0 && piece.digits == 0) continue;
    const auto& programs = piece.digits > 0 ? starts_with_digits_ : starts_[piece.word];
    for (const uint16_t number : programs)
      if (runner.run(programs_[number], at, match)) found.push_back(match);
  }
  // What a rule of Operation::nothing takes, it takes with the words around it.
  for (Match& m : found)
    if (m.rule->operation == Operation::nothing) m.begin = m.from, m.end = m.to;
  std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    return a.rule < b.rule;
  });
  std::vector<Match> out;
  uint32_t free_from = 0;
  for (Match& m : found) {
    if (m.begin < free_from) continue;
    free_from = m.end;
    if (m.rule->operation != Operation::nothing) out.push_back(std::move(m));
  }
  return out;
}

}  // namespace recoupe::times
