// Programs run over the pieces of a text, and which of their matches win.
#include <algorithm>
#include <tuple>

#include "times/numbers.hpp"
#include "times/pattern.hpp"

namespace recoupe::times {

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

std::vector<Match> Grammar::matches(std::string_view text, const std::vector<Piece>& pieces) const {
  Runner runner(*this, text, pieces);
  const auto unknown = [&](uint32_t at) {
    return at < pieces.size() && pieces[at].letters && pieces[at].word == 0 && !pieces[at].paragraph;
  };
  std::vector<Match> found;
  Match match;
  for (uint32_t at = 0; at < pieces.size(); ++at) {
    const Piece& piece = pieces[at];
    if (piece.word == 0 && piece.digits == 0) continue;
    const auto& programs = piece.digits > 0 ? starts_with_digits_ : starts_[piece.word];
    const bool known = piece.digits > 0 || !unknown(at + 1);
    for (const uint16_t number : programs)
      if ((known || programs_[number].alone) && runner.run(programs_[number], at, match))
        found.push_back(match);
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
