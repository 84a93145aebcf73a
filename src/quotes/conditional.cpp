#include "quotes/conditional.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::quotes {
namespace {

constexpr std::array<std::string_view, 7> courteous = {"aimer",    "souhaiter", "vouloir",  "désirer",
                                                       "préférer", "falloir",   "apprécier"};
// Nouns whose clause tells what might be, and adjectives that make any noun one of them.
constexpr std::array<std::string_view, 8> imagined = {"hypothèse", "scénario", "idée",        "solution",
                                                      "projet",    "réforme",  "éventualité", "option"};
constexpr std::array<std::string_view, 7> possible = {"possible", "éventuel",     "éventuelle", "futur",
                                                      "future",   "hypothétique", "probable"};

// Verbs with «être»: «serait arrivé» is past, «serait écarté» is not.
constexpr std::array<std::string_view, 16> of_being = {
    "aller",  "venir",  "arriver", "partir",  "entrer",  "sortir",   "mourir", "naître",
    "tomber", "rester", "devenir", "revenir", "décéder", "parvenir", "monter", "descendre"};

bool in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Reader {
 public:
  Reader(const Document& document, uint32_t token, const Cue_lexicon& lexicon, const lexicon::Forms& forms)
      : document_(document), lexicon_(lexicon), forms_(forms), at_(token) {}

  Conditional read() {
    if (!is_conditional()) return Conditional::none;
    const auto& sentences = document_.sentences;
    const auto it = std::partition_point(sentences.begin(), sentences.end(),
                                         [&](const Sentence& s) { return s.end_token <= at_; });
    if (it == sentences.end()) return Conditional::reserve;
    // A sentence without end is looked at around the verb alone.
    constexpr uint32_t widest = 80;
    begin_ = std::max(it->first_token, at_ > widest ? at_ - widest : 0);
    end_ = std::min({it->end_token, at_ + widest, static_cast<uint32_t>(document_.tokens.size())});
    verb_ = at_;
    const Relation relation = token(at_).relation;
    const bool helps = relation == Relation::aux || relation == Relation::aux_tense ||
                       relation == Relation::aux_pass || relation == Relation::cop;
    if (helps && inside(token(at_).head)) verb_ = static_cast<uint32_t>(token(at_).head);
    const std::string f = form(at_);
    must_ = f.starts_with("devrai");
    modal_ = must_ || f.starts_with("pourrai");
    perfect_ =
        verb_ != at_ && (token(verb_).features & form_participle) &&
        (f.starts_with("aurai") || in(of_being, lemma(verb_)) || is(at_ - 1, "s'") || is(at_ - 1, "se"));
    if (is_courtesy()) return Conditional::courtesy;
    if (is_future()) return Conditional::future;
    return is_hypothesis() ? Conditional::hypothesis : Conditional::reserve;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  bool inside(int64_t i) const { return i >= begin_ && i < end_; }
  std::string form(uint32_t i) const {
    std::string out = utf8::lower(document_.words(token(i)));
    if (out == "qu’" || out == "s’" || out == "n’") out.replace(out.size() - 3, 3, "'");
    return out;
  }
  bool is(int64_t i, std::string_view f) const { return inside(i) && form(static_cast<uint32_t>(i)) == f; }
  bool that(int64_t i) const { return is(i, "que") || is(i, "qu'"); }

  // By the dictionary where it knows but one mood («montrait» is none), by the tag where it knows two.
  bool is_conditional() const {
    const std::string f = form(at_);
    if (!f.ends_with("rait") && !f.ends_with("raient")) return false;
    bool conditional = false, other = false;
    const lexicon::Found found = forms_.find(f);
    for (const lexicon::Analysis& analysis : found.analyses) {
      conditional |= (analysis.features & mood_conditional) != 0;
      other |= (analysis.features & mood_conditional) == 0;
    }
    if (!found.analyses.empty() && !conditional) return false;
    return (conditional && !other) || (token(at_).features & mood_conditional);
  }

  // «il faudrait», «elle aimerait», «ils feraient mieux», and what ought to be: «ne devraient être», «Ces
  // hommes devraient être libérés» where somebody demands it in his own words.
  bool is_courtesy() const {
    if (!perfect_ && (in(courteous, lemma(verb_)) || in(courteous, lemma(at_)))) return true;
    if (form(at_).starts_with("fer") && is(at_ + 1, "mieux")) return true;
    return must_ && (is(at_ - 1, "ne") || is(at_ - 1, "n'") || between_marks());
  }

  bool between_marks() const {
    const uint32_t position = token(at_).span.begin;
    const std::string_view text = document_.text;
    for (uint32_t i = position; i > 1 && i + 600 > position; --i) {
      if (text[i] == '\n') return false;
      if (static_cast<unsigned char>(text[i - 1]) != 0xC2) continue;
      if (static_cast<unsigned char>(text[i]) == 0xAB) return true;  // «
      if (static_cast<unsigned char>(text[i]) == 0xBB) return false;
    }
    return false;
  }

  std::string lemma(uint32_t i) const { return utf8::lower(document_.lemma(token(i))); }

  // «a annoncé qu'il viendrait et qu'il parlerait»; «aurait vu» and «devrait venir» keep their reserve.
  bool is_future() const {
    if (modal_ || perfect_) return false;
    uint32_t clause = verb_;
    for (int n = 0; n < 3 && token(clause).relation == Relation::conj && inside(token(clause).head); ++n)
      clause = static_cast<uint32_t>(token(clause).head);
    if (token(clause).relation == Relation::ccomp && inside(token(clause).head))
      return told_in_past(static_cast<uint32_t>(token(clause).head));
    // Where the tree has lost it: the nearest «que», and a verb that reports before it.
    for (uint32_t i = at_; i-- > begin_ && i + 12 > at_;) {
      if (token(i).upos == Upos::verb && (token(i).features & form_finite)) return false;
      if (!that(i)) continue;
      for (uint32_t k = i; k-- > begin_ && k + 4 > i;)
        if (token(k).upos == Upos::verb) return told_in_past(k);
      return false;
    }
    return false;
  }

  bool told_in_past(uint32_t verb) const {
    if (!lexicon_.forms_of(form(verb))) return false;
    for (int n = 0; n < 4; ++n) {
      const Features f = token(verb).features;
      if (f & (tense_imperfect | mood_conditional)) return (f & mood_conditional) == 0;
      if ((f & form_finite) && (f & tense_past)) return true;
      if ((f & form_participle) && (f & tense_past)) return has_auxiliary(verb);
      const bool hangs = (f & form_infinitive) || (f & form_gerund) || (f & form_participle);
      if (!hangs || !inside(token(verb).head)) return false;  // «en indiquant» is as past as its verb
      verb = static_cast<uint32_t>(token(verb).head);
    }
    return false;
  }

  bool has_auxiliary(uint32_t verb) const {
    for (uint32_t i = verb; i-- > begin_ && i + 8 > verb;)
      if (token(i).upos == Upos::aux && token(i).head == static_cast<int32_t>(verb))
        return !(token(i).features & mood_conditional);
    return false;
  }

  bool is_hypothesis() const {
    if (perfect_ && is(at_ + 1, "pu")) return true;  // «aurait pu empêcher»: it has not
    if (condition()) return true;
    if (!perfect_ && (is(at_ + 1, "alors") || (is(at_ + 1, "donc") && is(at_ + 2, "alors")))) return true;
    if (modal_) return false;
    uint32_t before = at_;
    while (before > begin_ + 1 &&
           (token(before - 1).upos == Upos::pron || is(before - 1, "n'") || is(before - 1, "ne")) &&
           form(before - 1) != "qui" && form(before - 1) != "cela" && form(before - 1) != "ça")
      --before;
    if (!perfect_ && (is(before - 1, "cela") || is(before - 1, "ça") || is(before - 1, "ceci"))) return true;
    if (!perfect_ && is(before - 1, "qui") && is(static_cast<int64_t>(before) - 2, "ce")) return true;
    return !perfect_ && (imagined_subject() || imagined_head());
  }

  // «si …», «au cas où …», «sinon»; not «même si» and not «se demande si».
  bool condition() const {
    for (uint32_t i = begin_; i < end_; ++i) {
      const std::string f = form(i);
      if (f == "sinon" || (f == "où" && is(static_cast<int64_t>(i) - 1, "cas"))) return true;
      if ((f != "si" && f != "s'") || token(i).upos != Upos::sconj) continue;
      if (is(static_cast<int64_t>(i) - 1, "même") || is(static_cast<int64_t>(i) - 1, "comme")) continue;
      const int32_t clause = token(i).head;
      const bool asked = inside(clause) && token(static_cast<uint32_t>(clause)).relation == Relation::ccomp &&
                         !that(static_cast<int64_t>(i) - 1);
      if (asked) continue;
      if (inside(clause) && !hang_together(static_cast<uint32_t>(clause)) && !one_comma(i)) continue;
      if (i > begin_ && token(i - 1).upos == Upos::verb) continue;  // «vérifier si», «savoir si»
      return true;
    }
    return false;
  }

  // «si P, le port serait inondé», where the tree has them apart.
  bool one_comma(uint32_t si) const {
    int commas = 0;
    for (uint32_t i = si; i < at_; ++i) commas += form(i) == ",";
    return si < at_ && at_ < si + 20 && commas == 1;
  }

  // Whether the verb of the si-clause hangs on this one, or both on the same.
  bool hang_together(uint32_t clause) const {
    uint32_t a = clause;
    for (int n = 0; n < 4; ++n) {
      uint32_t b = verb_;
      for (int m = 0; m < 4; ++m) {
        if (a == b) return true;
        if (!inside(token(b).head)) break;
        b = static_cast<uint32_t>(token(b).head);
      }
      if (!inside(token(a).head)) return false;
      a = static_cast<uint32_t>(token(a).head);
    }
    return false;
  }

  // «L'hypothèse consisterait à», «Revenir à cet état serait dangereux»
  bool imagined_subject() const {
    for (uint32_t i = begin_; i < end_; ++i) {
      if (token(i).head != static_cast<int32_t>(verb_)) continue;
      if (token(i).relation == Relation::csubj) return true;
      if (token(i).relation == Relation::nsubj && in(imagined, lemma(i))) return true;
      if (token(i).relation == Relation::nsubj && (token(i).features & form_infinitive)) return true;
    }
    return false;
  }

  // «une possible réforme qui autoriserait P»
  bool imagined_head() const {
    if (token(verb_).relation != Relation::acl_relcl || !inside(token(verb_).head)) return false;
    const auto head = static_cast<uint32_t>(token(verb_).head);
    if (in(imagined, lemma(head))) return true;
    for (uint32_t i = begin_; i < end_; ++i)
      if (token(i).head == static_cast<int32_t>(head) && in(possible, form(i))) return true;
    return false;
  }

  const Document& document_;
  const Cue_lexicon& lexicon_;
  const lexicon::Forms& forms_;
  uint32_t at_, verb_ = 0, begin_ = 0, end_ = 0;
  bool must_ = false, modal_ = false, perfect_ = false;
};

}  // namespace

std::string_view name(Conditional conditional) {
  constexpr std::array<std::string_view, 5> names = {"none", "reserve", "hypothesis", "future", "courtesy"};
  return names[static_cast<size_t>(conditional)];
}

Conditional conditional_of(const Document& document, uint32_t token, const Cue_lexicon& lexicon,
                           const lexicon::Forms& forms) {
  return Reader(document, token, lexicon, forms).read();
}

}  // namespace recoupe::quotes
