#include "quotes/interrupted.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::quotes {
namespace {

constexpr uint32_t longest_incise =
    16;  // words of «a ajouté mardi le ministre de l'Intérieur dans un communiqué»

struct Piece {
  Span span;
  std::string form;
};

std::vector<Piece> pieces_of(const Document& document, Span span) {
  std::vector<Piece> out;
  const auto& tokens = document.tokens;
  auto it = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                             [](const Token& t, uint32_t at) { return t.span.begin < at; });
  for (; it != tokens.end() && it->span.end <= span.end; ++it) {
    if (it->flags & token_contraction_tail) continue;
    std::string form = utf8::lower(document.words(*it));
    for (size_t at = form.find("’"); at != std::string::npos; at = form.find("’", at))
      form.replace(at, 3, "'");
    out.push_back({it->span, std::move(form)});
  }
  return out;
}

class Cutter {
 public:
  Cutter(const Document& document, const Cue_lexicon& lexicon, const Marked& marked)
      : lexicon_(lexicon),
        text_(document.text),
        marked_(marked),
        pieces_(pieces_of(document, marked.inner)) {}

  void cut(std::vector<Marked>& out) {
    size_t from = 0;
    for (size_t i = 1; i + 1 < pieces_.size(); ++i) {
      const std::string& mark = pieces_[i - 1].form;
      if (mark != "," && mark != "?" && mark != "!" && mark != "…") continue;
      if (!incise_at(i)) continue;
      const size_t end = incise_end(i);
      if (end == 0) continue;
      const size_t last = mark == "," ? i - 1 : i;
      if (last > from) push(out, from, last);
      from = end < pieces_.size() && (pieces_[end].form == "," || pieces_[end].form == ".") ? end + 1 : end;
      i = from;
      cut_ = true;
    }
    if (!cut_) {
      out.push_back(marked_);
    } else if (from < pieces_.size()) {
      push(out, from, pieces_.size());
    }
  }

 private:
  uint32_t classes(size_t i) const { return i < pieces_.size() ? lexicon_.classes_of(pieces_[i].form) : 0; }

  bool cue_form(size_t i, bool participle, bool hanging) const {
    if (i >= pieces_.size()) return false;
    std::string form = pieces_[i].form;
    if (hanging) {
      const size_t dash = form.find('-');
      if (dash == std::string::npos || dash == 0) return false;
      form.resize(dash);
    }
    const auto* forms = lexicon_.forms_of(form);
    if (!forms) return false;
    return std::any_of(forms->begin(), forms->end(), [&](const VerbForm& f) {
      if (!(lexicon_.verbs[f.verb].frames & frame_incise)) return false;
      return participle ? f.tense == Tense::participle_past
                        : f.tense != Tense::participle_past && f.tense != Tense::infinitive &&
                              f.tense != Tense::participle_present;
    });
  }

  bool hanging_alone(size_t i) const { return i < pieces_.size() && (classes(i) & class_hanging); }

  bool incise_at(size_t i) const {
    if (lexicon_.english) return false;
    // «dit-il», «a-t-il dit», whether or not the pronoun is a token of its own.
    if (cue_form(i, false, true) || (cue_form(i, false, false) && hanging_alone(i + 1))) return true;
    const std::string& form = pieces_[i].form;
    const bool glued = form.starts_with("a-t-") || form.starts_with("ont-ils") ||
                       form.starts_with("ont-elles") || form.starts_with("avait-");
    if (glued) return participle_near(i + 1);
    if ((classes(i) & class_have) && hanging_alone(i + 1)) return participle_near(i + 2);
    // «, dit le maire, …», «, confiait Marie Dupont.»
    if (cue_form(i, false, false) && i + 1 < pieces_.size() &&
        (names_speaker(i + 1) || (marked_.dialogue && (classes(i + 1) & class_determiner))))
      return true;
    if (marked_.closed) return false;
    // «, a déclaré X» in a stretch that nobody closed.
    return (classes(i) & class_have) && cue_form(i + 1, true, false) && i + 2 < pieces_.size() &&
           starts_name(i + 2);
  }
  bool participle_near(size_t i) const {
    for (size_t k = i; k < i + 3; ++k)
      if (cue_form(k, true, false)) return true;
    return false;
  }
  // A name, or an article and somebody's duty, and nothing more before the next stop or comma.
  bool names_speaker(size_t i) const {
    size_t at = i;
    if (classes(at) & class_article) {
      if (at + 1 >= pieces_.size() || !lexicon_.roles.contains(pieces_[++at].form)) return false;
    } else if (!utf8::is_upper(utf8::decode(text_, pieces_[at].span.begin).code_point)) {
      return false;
    }
    const size_t end = incise_end(i);
    return end > at && end <= i + 8;
  }
  bool starts_name(size_t i) const {
    return (classes(i) & (class_article | class_civility)) ||
           utf8::is_upper(utf8::decode(text_, pieces_[i].span.begin).code_point);
  }

  // One past the last word of the incise; 0 if it never ends.
  size_t incise_end(size_t i) const {
    for (size_t k = i + 1; k < pieces_.size() && k < i + longest_incise; ++k)
      if (pieces_[k].form == "," || pieces_[k].form == "." || pieces_[k].form == ":" ||
          pieces_[k].form == ";")
        return k;
    return i + longest_incise >= pieces_.size() ? pieces_.size() : 0;
  }

  void push(std::vector<Marked>& out, size_t from, size_t end) {
    Marked piece = marked_;
    piece.inner = {pieces_[from].span.begin, pieces_[end - 1].span.end};
    piece.outer = piece.inner;
    if (from == 0) piece.outer.begin = marked_.outer.begin;
    if (end == pieces_.size()) {
      piece.outer.end = marked_.outer.end;
      piece.inner.end = marked_.inner.end;
    }
    piece.continues = marked_.continues && from == 0;
    out.push_back(piece);
  }

  const Cue_lexicon& lexicon_;
  std::string_view text_;
  const Marked& marked_;
  std::vector<Piece> pieces_;
  bool cut_ = false;
};

}  // namespace

std::vector<Marked> cut_at_incises(const Document& document, const Cue_lexicon& lexicon,
                                   const std::vector<Marked>& marked) {
  std::vector<Marked> out;
  out.reserve(marked.size());
  for (const Marked& one : marked) Cutter(document, lexicon, one).cut(out);
  return out;
}

}  // namespace recoupe::quotes
