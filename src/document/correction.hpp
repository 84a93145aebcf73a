// Corrections: what a user's own hand says of cells, entities and clusters (corrections.jsonl,
// docs/formats.md). They are addressed by what stays when an article is read again: its id, the kind of the
// cell, the bytes of the source and the words; never by "s1" or "c3", which count anew in every run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/span.hpp"

namespace recoupe {

enum class EntityKind : uint8_t;

// What may be corrected.
enum class Subject : uint8_t { article, entity, mention, time, statement, figure, movement, event };

// null, a number, words, or two borders in bytes of the source.
using CorrectionValue = std::variant<std::monostate, double, std::string, Span>;

// Who corrected, and why: all three may be empty.
struct Hand {
  std::string note, author, date;
  uint32_t line = 0;  // of corrections.jsonl, from 1
};

struct CellAddress {
  std::string article;  // its id
  Subject kind = Subject::figure;
  Span source;
  std::string text;
};

struct EntityAddress {
  EntityKind kind{};
  std::string name;
  std::vector<std::string> articles;  // their ids
};

enum class CorrectionAct : uint8_t { reject, confirm, fix, merge, split, part };

// One line.
struct Correction {
  CorrectionAct act = CorrectionAct::reject;
  Hand hand;
  // What it is about: one of the four.
  std::string article;                  // fix
  std::optional<CellAddress> cell;      // reject, confirm, fix
  std::vector<EntityAddress> entities;  // one to reject or fix, several to merge, the parts to split
  std::vector<std::vector<CellAddress>>
      parts;          // of a cluster: one list to reject or confirm, several to part
  std::string field;  // of a fix
  CorrectionValue old_value, new_value;
  bool has_old = false;
  std::string relation;  // of a confirmed cluster; empty = as found
};

// What became of a line: applied; without effect (the cell is not there any more); or not understood.
struct CorrectionReport {
  enum class State : uint8_t { applied, unmatched, malformed };
  uint32_t line = 0;
  State state = State::applied;
  std::string what;  // for people; empty where there is nothing to say
};

// The whole file, read.
struct Corrections {
  std::vector<Correction> list;
  std::vector<CorrectionReport> reports;  // malformed lines, from reading; then one of each line
};

// The mark that a correction leaves in a Document: `field` of the subject `index` was `old_value`. The fields
// "rejected" and "confirmed" have no values.
struct ByHand {
  Subject subject = Subject::article;
  uint32_t index = 0;
  std::string field;
  CorrectionValue old_value, new_value;
  Hand hand;
};

std::string_view name(Subject subject);
std::string_view name(CorrectionAct act);
std::string_view name(CorrectionReport::State state);

}  // namespace recoupe
