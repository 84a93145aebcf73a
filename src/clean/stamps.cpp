#include "clean/stamps.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::clean {
namespace {

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto published_words = std::to_array<std::string_view>(
    {"publie",  "publiee", "published", "poste",    "postee",   "posted",    "paru",
     "parue",   "mis",     "mise",      "modifie",  "modifiee", "actualise", "actualisee",
     "updated", "cree",    "created",   "modified", "maj",      "redige",    "ecrit"});
constexpr auto changed_words = std::to_array<std::string_view>(
    {"modifie", "modifiee", "actualise", "actualisee", "updated", "modified", "maj", "jour"});
constexpr auto by_words = std::to_array<std::string_view>({"par", "by"});
constexpr auto name_particles = std::to_array<std::string_view>(
    {"de", "du",  "des", "d",   "la", "le", "van", "von", "der", "den", "di",  "da", "del", "al",
     "el", "ben", "bin", "ibn", "y",  "e",  "dos", "mac", "o",   "ter", "ten", "zu", "af"});
constexpr auto name_joints =
    std::to_array<std::string_view>({"et", "and", "avec", "with", "in", "for", "pour", "a"});
constexpr auto desks = std::to_array<std::string_view>(
    {"redaction", "newsroom", "staff", "desk", "reporter", "reporters", "correspondent", "correspondant",
     "editor", "agences", "agence", "agencies", "service", "equipe"});

// gv/mt · C.O. · J.-P. B.: groups of one to three letters, each closed by a stop or cut by a slash.
bool initials(std::string_view text) {
  size_t letters = 0, marks = 0, run = 0;
  for (const char c : text) {
    if ((c | 32) >= 'a' && (c | 32) <= 'z') {
      ++letters;
      if (++run > 3) return false;
      continue;
    }
    if (c != '.' && c != '/' && c != '-' && c != ' ') return false;
    if (c == ' ' && run > 0) return false;
    marks += c == '.' || c == '/';
    run = 0;
  }
  return letters >= 2 && letters <= 9 && marks >= 1;
}

class Parser {
 public:
  Parser(const Line& line, const Words& words) : line_(line), words_(words) {}

  Stamp read() {
    find_dates();
    bool cue = !dates_.empty();
    for (size_t i = 0; i < line_.words.size(); ++i)
      cue |=
          !in_bracket(i) && (one_of(line_.word(i), published_words) || (i == 0 && is_by(i)) || after_mark(i));
    if (!cue || line_.words.size() > 45) return {};
    for (size_t i = 0; i < line_.words.size();) {
      const size_t next = step(i);
      if (next == i) return {};
      i = next;
    }
    if (!stamp_.found()) return {};
    if (!dates_.empty()) choose_date();
    return stamp_;
  }

 private:
  struct Dated {
    WrittenDate date;
    bool changed = false;
  };

  void find_dates() {
    for (size_t from = 0; dates_.size() < 4;) {
      const auto date = find_date(line_.text, from);
      if (!date) return;
      dates_.push_back({*date, false});
      from = date->span.end;
    }
  }

  const Dated* date_at(size_t word) {
    for (Dated& dated : dates_)
      if (dated.date.span.contains(line_.words[word].text)) return &dated;
    return nullptr;
  }

  bool is_by(size_t i) const { return one_of(line_.word(i), by_words); }
  bool after_mark(size_t i) const { return i > 0 && is_by(i) && !follows_closely(i); }
  bool in_bracket(size_t i) const {
    const size_t open = line_.text.rfind('(', line_.words[i].text.begin);
    const size_t close = line_.text.rfind(')', line_.words[i].text.begin);
    return open != std::string::npos && (close == std::string::npos || close < open);
  }
  // Nothing but a blank stands between word i and the one before.
  bool follows_closely(size_t i) const {
    const Span gap{line_.words[i - 1].text.end, line_.words[i].text.begin};
    const std::string_view between = slice(line_.text, gap);
    return between == " " || between == "\u00A0" || between == "'" || between == "’" || between == "-" ||
           between == "‑" || between == ". " || between == ".-" || between == "\u202F";
  }

  // The word behind what can be read at word i; i itself where nothing can.
  size_t step(size_t i) {
    if (const Dated* dated = date_at(i)) {
      stamp_.dated = true;
      while (i < line_.words.size() && date_at(i) == dated) ++i;
      return i;
    }
    const std::string_view word = line_.word(i);
    if (one_of(word, published_words)) {
      stamp_.dated = true;
      return i + 1;
    }
    if (is_by(i)) return names(i + 1);
    if (line_.words[i].digits || words_.site_word(word) & stamp_word) return i + 1;
    if (word == "lecture" || word == "read" || word == "reading") return i + 1;
    return i;
  }

  // «Inès Cavallo et Hugo Rastelli», «la rédaction, avec AFP», «Anselme Guérin (envoyé spécial à Nice)»;
  // nothing at all in «Par , publié le».
  size_t names(size_t begin) {
    size_t i = begin;
    std::vector<Span> found;
    bool agency = false;
    for (; i < line_.words.size(); ++i) {
      const std::string_view word = line_.word(i);
      if (in_bracket(i)) continue;
      const bool apart = i > begin && !follows_closely(i);
      if (date_at(i) || one_of(word, published_words)) break;
      const bool joint = one_of(word, name_joints) && !line_.words[i].capital;
      if (joint) {
        agency |= word != "et" && word != "and";
        continue;
      }
      const bool particle = one_of(word, name_particles) && !line_.words[i].capital;
      const bool desk = one_of(word, desks);
      if (line_.words[i].digits || (!line_.words[i].capital && !particle && !desk)) {
        if (i > begin && (words_.site_word(word) & stamp_word)) break;
        return begin - 1;  // «Par ailleurs», «By the time»
      }
      if (words_.site_word(word) & stamp_word && particle && apart) break;  // «Par X, le 12 mars»
      if (agency || desk) {
        agency = agency || desk;
        continue;
      }
      const bool joins = !found.empty() && !apart && found.back().end == line_.words[i - 1].text.end;
      if (joins)
        found.back().end = line_.words[i].text.end;
      else if (!particle)
        found.push_back(line_.words[i].text);
    }
    for (const Span name : found) add_author(slice(line_.text, name));
    stamp_.signed_ = true;
    return std::max(i, begin);
  }

  void add_author(std::string_view name) {
    const std::string folded = utf8::fold(name);
    if (words_.media_by_name.contains(folded)) return;
    const size_t blank = folded.find(' ');
    if (blank == std::string::npos && folded.size() < 3) return;
    // «Par Radio Corniche»: a desk, not a person.
    if (words_.site_word(folded.substr(0, blank)) & medium_word) return;
    stamp_.authors.emplace_back(name);
  }

  void choose_date() {
    for (size_t i = 0; i < line_.words.size(); ++i) {
      if (!one_of(line_.word(i), changed_words)) continue;
      for (Dated& dated : dates_)
        if (dated.date.span.begin > line_.words[i].text.begin) dated.changed = true;
    }
    const auto first = std::find_if(dates_.begin(), dates_.end(), [](const Dated& d) { return !d.changed; });
    stamp_.updated_only = first == dates_.end();
    stamp_.date = stamp_.updated_only ? dates_.front().date : first->date;
    stamp_.date->span = page_span(line_, stamp_.date->span);
  }

  const Line& line_;
  const Words& words_;
  std::vector<Dated> dates_;
  Stamp stamp_;
};

// The names in «Reporting by A. B. and C. D. in Nice; editing by E. F.»: those behind the first «by».
std::vector<std::string> names_after_by(const Line& line) {
  std::vector<std::string> out;
  size_t i = 0;
  while (i < line.words.size() && !one_of(line.word(i), by_words)) ++i;
  Span name;
  for (++i; i < line.words.size(); ++i) {
    const std::string_view gap = slice(line.text, {line.words[i - 1].text.end, line.words[i].text.begin});
    const bool close = gap == " " || gap == "-" || gap == "'" || gap == "’" || gap == ". " || gap == ".";
    const bool joint = line.word(i) == "and" || line.word(i) == "et";
    if (!name.empty() && (!close || joint)) {
      out.emplace_back(slice(line.text, name));
      name = {};
    }
    if (joint) continue;
    const bool particle = !name.empty() && one_of(line.word(i), name_particles);
    if ((!line.words[i].capital && !particle) || gap.find(';') != std::string_view::npos) break;
    name = {name.empty() ? line.words[i].text.begin : name.begin, line.words[i].text.end};
  }
  if (!name.empty()) out.emplace_back(slice(line.text, name));
  return out;
}

// Two to five words, all like those of a name, and nothing else.
bool looks_like_a_name(const Line& line) {
  if (line.words.size() < 2 || line.words.size() > 5) return false;
  size_t capitals = 0;
  for (const LineWord& word : line.words) {
    if (word.digits) return false;
    const std::string_view folded = slice(line.folded, word.folded);
    if (word.capital)
      ++capitals;
    else if (!one_of(folded, name_particles))
      return false;
  }
  // «John Weinbrecht.» under a letter, a name in a table: too little to go by.
  if (line.text.back() == '.' || line.words.front().text.begin != 0) return false;
  for (size_t i = 1; i < line.words.size(); ++i) {
    const std::string_view gap = slice(line.text, {line.words[i - 1].text.end, line.words[i].text.begin});
    if (gap != " " && gap != "-" && gap != "'" && gap != "’" && gap != ". " && gap != ".") return false;
  }
  const bool marks = line.text.find_first_of(":;,!?\"()/|") != std::string::npos ||
                     line.text.find("«") != std::string::npos || line.text.find("“") != std::string::npos;
  return capitals >= 2 && line.words.front().capital && line.words.back().capital && !marks;
}

}  // namespace

Stamp read_stamp(const Line& line, const Words& words) {
  if (line.words.empty()) return {};
  return Parser(line, words).read();
}

Stamp read_signature(const Line& line, const Words& words) {
  Stamp stamp;
  if (line.words.empty() || line.words.size() > 40) return stamp;
  const std::string_view first = line.word(0);
  const std::string_view last = line.word(line.words.size() - 1);
  const auto starts = [&](std::string_view a, std::string_view b) {
    return line.words.size() > 1 && first == a && line.word(1) == b;
  };
  if (starts("reporting", "by") || starts("propos", "recueillis") || starts("texte", "par") ||
      starts("written", "by") || starts("additional", "reporting")) {
    stamp.signed_ = true;
    if (first != "additional") stamp.authors = names_after_by(line);
  } else if ((last == "report" || last == "article" || last == "story") &&
             line.folded.find("contributed") != std::string::npos) {
    stamp.signed_ = true;
  } else if (initials(line.text)) {
    stamp.signed_ = true;
  } else if (line.words.size() <= 6 && (line.folded.find("avec") != std::string::npos ||
                                        line.folded.find("with") != std::string::npos)) {
    // «C.O. avec ALP», «Camille Orsoni, avec AFP»
    const bool agency =
        !line.ends_sentence && last.size() <= 8 && line.words.back().capital && line.words.front().capital;
    stamp.signed_ = agency;
  } else if (looks_like_a_name(line)) {
    stamp.signed_ = stamp.bare_name = true;
    stamp.authors.push_back(line.text);
  }
  (void)words;
  return stamp;
}

std::optional<WrittenDate> dateline_date(const Line& line) {
  constexpr size_t furthest = 60;  // «SAINT-PIERRE-ET-MIQUELON (AFP), mercredi 26 octobre 2016 –»
  const std::string_view head = std::string_view(line.text).substr(0, 200);
  auto date = find_date(head);
  if (!date || date->span.begin > furthest) return std::nullopt;
  // Only places and agencies stand before it: capitals, brackets, commas; no sentence has begun.
  for (const LineWord& word : line.words) {
    if (word.text.begin >= date->span.begin) break;
    const std::string_view folded = slice(line.folded, word.folded);
    const bool small =
        folded == "de" || folded == "la" || folded == "le" || folded == "sur" || folded == "en";
    if (!word.capital && !small) return std::nullopt;
    if (word.text.begin == 0 && (folded == "le" || folded == "on" || folded == "en" || folded == "depuis"))
      return std::nullopt;
  }
  // Behind it a dash, a stop, the end of the line, or a new sentence: «July 21, 2017 A group…»; a place may
  // come in between: «14 juin 2016, France . –».
  std::string_view rest = std::string_view(line.text).substr(date->span.end);
  if (const size_t dash = rest.substr(0, 60).find(" –");
      dash != std::string_view::npos && rest.starts_with(','))
    rest.remove_prefix(dash);
  while (!rest.empty() && utf8::is_space(utf8::decode(rest, 0).code_point))
    rest.remove_prefix(utf8::decode(rest, 0).size);
  const char32_t next = utf8::decode(rest, 0).code_point;
  const bool weekday_first = date->span.begin == 0 && !line.words.front().digits;
  const bool closed = rest.empty() || next == U'.' || next == U'–' || next == U'—' || next == U'-' ||
                      next == U':' || next == U')' || weekday_first ||
                      (date->span.begin == 0 && utf8::is_upper(next));
  if (!closed) return std::nullopt;
  date->span = page_span(line, date->span);
  return date;
}

}  // namespace recoupe::clean
