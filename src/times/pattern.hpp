// Patterns of rules, compiled into small programs and run over the pieces of a text (in the manner of the
// backtracking matchers of regular expressions; patterns have no loops, so that a run is bounded by the
// pattern's length and the whole by the text's).
#pragma once

#include <vector>

#include "times/rules.hpp"
#include "times/scan.hpp"
#include "times/vocabulary.hpp"

namespace recoupe::times {

struct Capture {
  Class cls = Class::count;
  double value = 0;
  uint32_t piece = 0;
};

// Pieces [begin, end) are the time, [from, to) everything that the rule looked at and took.
struct Match {
  const Rule* rule = nullptr;
  uint32_t begin = 0, end = 0, from = 0, to = 0;
  std::vector<Capture> captures;
};

class Grammar {
 public:
  explicit Grammar(Language language);

  const Vocabulary& vocabulary() const { return vocabulary_; }
  // All matches that win: sorted, not overlapping; those of Operation::nothing left out.
  std::vector<Match> matches(std::string_view text, const std::vector<Piece>& pieces) const;

 private:
  friend class Compiler;
  friend class Runner;

  enum class Code : uint8_t {
    word,
    cls,
    split,
    jump,
    begin,
    end,
    ahead,
    behind,
    upper,
    lower,
    glued,
    plural,
    unnamed,
    noun,
    named,
    accept
  };
  struct Instruction {
    Code code;
    uint16_t a = 0, b = 0;
  };
  struct Program {
    const Rule* rule = nullptr;
    std::vector<Instruction> code;
    bool alone = false;  // may match where a word that no rule knows follows its first piece
  };

  void compile(const Rule& rule, const Table& table);
  void index();

  Vocabulary vocabulary_;
  std::vector<Program> programs_;
  std::vector<std::vector<uint16_t>> behind_;  // the word sets of ~( )
  std::vector<std::vector<uint16_t>> starts_;  // by word: the programs that may begin with it
  std::vector<uint16_t> starts_with_digits_;
};

}  // namespace recoupe::times
