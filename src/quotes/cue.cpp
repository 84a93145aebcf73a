#include "quotes/cue.hpp"

#include <algorithm>
#include <array>

#include "quotes/scan.hpp"
#include "quotes/source.hpp"

namespace recoupe::quotes {
namespace {

class Finder {
 public:
  Finder(const Reading& reading, uint32_t sentence, const Cue_lexicon& lexicon)
      : reading_(reading),
        lexicon_(lexicon),
        sentence_(sentence),
        range_{reading.sentences[sentence].begin, reading.sentences[sentence].end} {}

  std::vector<Cue> find() {
    for (uint32_t i = range_.begin; i < range_.end; ++i) {
      const Word& word = reading_.words[i];
      if (word.kind != WordKind::word) continue;
      if (std::optional<Cue> source = source_phrase({reading_, lexicon_, cues_, range_}, sentence_, i)) {
        cues_.push_back(*source);
        i = cues_.back().group.end - 1;
        continue;
      }
      if (word.capital && i != range_.begin && reading_.words[i - 1].kind == WordKind::word)
        continue;  // «sur Twitter»
      if (const auto* forms = lexicon_.forms_of(word.form))
        if (any_of(i, *forms, Pass::compound) || any_of(i, *forms, Pass::simple) ||
            any_of(i, *forms, Pass::bare))
          i = cues_.back().group.end - 1;
    }
    bare_colon();
    return std::move(cues_);
  }

 private:
  // «Le préfet : « … »»: where nothing else reports, the colon does.
  void bare_colon() {
    for (uint32_t i = range_.begin + 1; i + 1 < range_.end; ++i) {
      if (reading_.words[i].kind != WordKind::colon || reading_.words[i + 1].kind != WordKind::quote)
        continue;
      for (const Cue& cue : cues_)
        if (cue.group.begin < i) return;
      Cue cue;
      cue.sentence = sentence_;
      cue.group = {i, i + 1};
      cue.words = {i, i};
      cue.voice = Voice::colon;
      cues_.insert(cues_.begin(), cue);
      return;
    }
  }

  // «dit» is a participle after an auxiliary, else a finite verb, and only then a participle without one.
  enum class Pass : uint8_t { compound, simple, bare };
  bool any_of(uint32_t at, const std::vector<VerbForm>& forms, Pass pass) {
    pass_ = pass;
    for (const VerbForm& form : forms)
      if ((form.tense == Tense::participle_past) == (pass != Pass::simple) && verb(at, form)) return true;
    return false;
  }

  uint32_t classes(uint32_t i) const {
    if (i < range_.begin || i >= range_.end || reading_.words[i].kind != WordKind::word) return 0;
    return lexicon_.classes_of(reading_.words[i].form);
  }
  bool is(uint32_t i, uint32_t mask) const { return (classes(i) & mask) != 0; }
  const std::string& form(uint32_t i) const {
    static const std::string none;
    return i >= range_.begin && i < range_.end ? reading_.words[i].form : none;
  }

  // «état» after «faisait également»: the words of a set phrase, adverbs allowed before the first.
  uint32_t tail_end(uint32_t after, const Verb& verb) const {
    for (int skipped = 0; skipped < 3; ++skipped, ++after) {
      bool all = true;
      for (uint32_t k = 0; all && k < verb.tail.size(); ++k) all = form(after + k) == verb.tail[k];
      if (all) return after + static_cast<uint32_t>(verb.tail.size());
      if (!is(after, class_adverb)) break;
    }
    return 0;
  }

  bool verb(uint32_t at, const VerbForm& form) {
    const Verb& verb = lexicon_.verbs[form.verb];
    Cue cue;
    cue.sentence = sentence_;
    cue.verb = &verb;
    cue.plural = form.plural;
    uint32_t end = at + 1;
    if (is(end, class_hanging)) {
      cue.inverted = true;
      cue.pronoun = end++;
    }
    if (!verb.tail.empty()) {
      end = tail_end(end, verb);
      if (end == 0) return false;
    }
    cue.words = {at, end};
    cue.conditional = form.tense == Tense::conditional;
    if (!(lexicon_.english ? english_voice(at, form, cue) : french_voice(at, form, cue))) return false;
    cue.group.end = cue.words.end;
    if (cues_.size() && cues_.back().group.end > cue.group.begin) {
      // «a tenu à préciser»: the verb that was found first keeps its words.
      if (cues_.back().voice != Voice::source) return false;
      cue.group.begin = cues_.back().group.end;
    }
    cues_.push_back(cue);
    return true;
  }

  // Steps left over «l'», «se», «n'», «y», «en»; says whether one of them is reflexive.
  uint32_t over_clitics(uint32_t at, Cue& cue, bool& reflexive) {
    while (at > range_.begin && is(at - 1, class_clitic)) {
      const std::string& word = form(at - 1);
      if (word == "y") there_ = true;
      if (word == "nous" || word == "vous") break;
      if (is(at - 1, class_reflexive)) reflexive = true;
      if (word == "ne" || word == "n'") cue.negated = true;
      --at;
    }
    return at;
  }

  // Over «également», «pas», «d'ailleurs».
  uint32_t over_adverbs(uint32_t at, Cue& cue) const {
    const uint32_t left = Scan{reading_, lexicon_, cues_, range_}.before_adverbs(at);
    for (uint32_t i = left; i < at; ++i)
      if (form(i) == "pas" || form(i) == "not" || form(i) == "n't" || form(i) == "never") cue.negated = true;
    return left;
  }

  bool french_voice(uint32_t at, const VerbForm& form, Cue& cue) {
    bool reflexive = false;
    there_ = false;
    const bool wants_reflexive = cue.verb->reflexive;
    if (form.tense == Tense::participle_past) {
      uint32_t left = over_adverbs(at, cue);
      if (left > range_.begin && is(left - 1, class_hanging)) {
        cue.inverted = true;
        cue.pronoun = --left;
      }
      bool been = false;
      if (left > range_.begin && is(left - 1, class_been)) {
        been = true;
        left = over_adverbs(left - 1, cue);
      }
      if (left == range_.begin ||
          !is(left - 1, class_have | class_be | class_have_participle | class_be_participle)) {
        if (pass_ == Pass::bare && coordinated(at)) {
          cue.group.begin = at;
          return !wants_reflexive;
        }
        if (pass_ != Pass::bare || wants_reflexive ||
            !(cue.verb->frames & (frame_object_de | frame_noun | frame_as | frame_that | frame_incise)))
          return false;
        cue.voice = Voice::participle;
        cue.group.begin = at;
        return !is(at - 1, class_determiner) || at == range_.begin;
      }
      --left;
      const uint32_t c = classes(left);
      const bool be = (c & (class_be | class_be_participle)) != 0;
      cue.conditional |= (c & class_conditional) != 0;
      cue.plural |= this->form(left).ends_with("nt");
      cue.words.begin = left;
      cue.group.begin = over_clitics(left, cue, reflexive);
      if (reflexive != wants_reflexive || (cue.verb->there && !there_)) return false;
      cue.voice = been || (be && !reflexive)                                 ? Voice::passive
                  : c & class_have_participle && this->form(left) == "ayant" ? Voice::gerund
                  : c & class_have_participle                                ? Voice::infinitive
                                                                             : Voice::active;
      return true;
    }
    cue.group.begin = over_clitics(at, cue, reflexive);
    if (reflexive != wants_reflexive) return false;
    if (cue.verb->there && !there_) return false;
    if (reflexive) cue.words.begin = cue.group.begin;
    const uint32_t before = cue.group.begin - 1;
    const bool first = cue.group.begin == range_.begin;
    if (form.tense == Tense::participle_present) {
      cue.voice = Voice::gerund;
      if (cue.group.begin == at && !first && is(before, class_determiner)) return false;
      if (cue.group.begin == at && reading_.words[at].upos == Upos::adj)
        return false;  // «un circuit exigeant»
      return true;
    }
    if (form.tense == Tense::infinitive) {
      cue.voice = Voice::infinitive;
      uint32_t modal = Scan{reading_, lexicon_, cues_, range_}.before_adverbs(cue.group.begin);
      const bool de =
          modal > range_.begin && (this->form(modal - 1) == "d'" || this->form(modal - 1) == "de");
      if (de) --modal;
      if (modal > range_.begin && is(modal - 1, class_modal) && !is(modal - 1, class_have) &&
          (!de || this->form(modal - 1).starts_with("v"))) {
        // «vient d'annoncer», «doit annoncer»: as good as a finite verb.
        cue.voice = Voice::active;
        cue.words.begin = modal - 1;
        cue.conditional =
            this->form(modal - 1).ends_with("rait") || this->form(modal - 1).ends_with("raient");
        bool ignored = false;
        cue.group.begin = over_clitics(modal - 1, cue, ignored);
      }
      if (cue.voice == Voice::infinitive && tried(cue)) cue.voice = Voice::active;
      // «Il faut dire que», «force est de constater que» are the article's own; «vouloir dire» is to mean.
      for (uint32_t k = cue.group.begin; k-- > range_.begin && k + 3 > cue.group.begin;)
        if (this->form(k) == "faut" || this->form(k) == "force") return false;
      if (cue.verb->lemma == "dire" && cue.voice == Voice::active &&
          this->form(cue.words.begin).starts_with("v"))
        return false;
      return true;
    }
    return finite_french(at, cue);
  }

  // «a tenu à rappeler», «a-t-il voulu préciser», «a fini par reconnaître»: as good as a finite verb.
  bool tried(Cue& cue) {
    static constexpr std::array<std::string_view, 14> attempts = {
        "tenu", "voulu",    "souhaité", "dû",    "pu",    "préféré", "fini",
        "osé",  "commencé", "continué", "tenté", "tardé", "choisi",  "cherché"};
    uint32_t at = Scan{reading_, lexicon_, cues_, range_}.before_adverbs(cue.group.begin);
    if (at > range_.begin &&
        (form(at - 1) == "à" || form(at - 1) == "par" || form(at - 1) == "de" || form(at - 1) == "d'"))
      --at;
    if (at <= range_.begin + 1) return false;
    if (std::find(attempts.begin(), attempts.end(), form(at - 1)) == attempts.end()) return false;
    uint32_t left = over_adverbs(at - 1, cue);
    if (left > range_.begin && is(left - 1, class_hanging)) {
      cue.inverted = true;
      cue.pronoun = --left;
    }
    if (left == range_.begin || !is(left - 1, class_have)) return false;
    cue.words.begin = left - 1;
    cue.conditional = is(left - 1, class_conditional);
    bool ignored = false;
    cue.group.begin = over_clitics(left - 1, cue, ignored);
    return true;
  }

  // «il avait abrégé les débats et demandé de voter»: the auxiliary of the first verb serves the second.
  bool coordinated(uint32_t at) const {
    if (at < range_.begin + 2 || form(at - 1) != "et") return false;
    for (uint32_t i = at - 1; i-- > range_.begin;) {
      if (is(i, class_have)) return true;
      if (reading_.words[i].kind == WordKind::stop || is(i, class_relative | class_subordinator))
        return false;
    }
    return false;
  }

  // «l'annonce», «le juge», «une demande» are nouns; «qui l'annonce», «il le juge» are not.
  bool finite_french(uint32_t at, const Cue& cue) const {
    if (cue.inverted) return true;
    // «une confortable avance», «un circuit exigeant»
    const Word& verb = reading_.words[at];
    if ((verb.upos == Upos::noun || verb.upos == Upos::adj) && cue.group.begin == at && at > range_.begin &&
        reading_.words[at - 1].upos == Upos::adj && form(at + 1) != "que" && form(at + 1) != "qu'")
      return false;
    if (cue.group.begin == range_.begin) return at != range_.begin ? false : true;
    const uint32_t before = cue.group.begin - 1;
    if (cue.group.begin < at) {
      const bool article = is(at - 1, class_determiner);
      if (!article) return true;
      // «une tante, qui le connaît bien, le décrit comme P»: the tag tells it from «le juge»
      const Word& w = reading_.words[at];
      if (w.upos == Upos::verb && (w.can & can_finite) && !(w.can & can_infinitive) &&
          reading_.words[before].kind == WordKind::comma)
        return true;
      return is(before, class_subject_pronoun | class_relative | class_hanging) || cue.negated ||
             form(before) == "comme";
    }
    const uint32_t c = classes(before);
    if (c & class_subject_pronoun) return true;
    if (c & (class_determiner | class_preposition | class_possessive | class_demonstrative | class_have |
             class_be))
      return false;
    return true;
  }

  // «rejected reports that P», «denied media claims that P»: what another cue's verb is about, not a verb.
  bool object_noun(uint32_t at) const {
    if (cues_.empty() || cues_.back().voice != Voice::active || cues_.back().group.begin == range_.begin)
      return false;
    const uint32_t after = cues_.back().group.end;
    if (after > at || at > after + 3) return false;
    const bool denied = cues_.back().verb && cues_.back().verb->status == ClaimStatus::denied;
    bool bare = true;  // «media reports», not «the media reports»
    for (uint32_t i = after; i < at; ++i) {
      if (reading_.words[i].kind != WordKind::word || is(i, class_subordinator | class_coordinator) ||
          form(i) == "that")
        return false;
      bare &= !is(i, class_determiner | class_subject_pronoun) && reading_.words[i].mention < 0;
    }
    return after == at || (denied && bare) || reading_.words[at].upos == Upos::noun;
  }

  bool english_voice(uint32_t at, const VerbForm& form, Cue& cue) {
    uint32_t left = over_adverbs(at, cue);
    const uint32_t c = left > range_.begin ? classes(left - 1) : 0;
    cue.group.begin = at;
    // «the so-called partnership»
    if (at > range_.begin && (reading_.words[at - 1].kind == WordKind::dash || this->form(at - 1) == "-"))
      return false;
    const auto take_auxiliaries = [&] {
      while (left > range_.begin &&
             is(left - 1, class_have | class_be | class_modal | class_been | class_negation | class_adverb)) {
        if (is(left - 1, class_conditional)) cue.conditional = true;
        if (is(left - 1, class_negation)) cue.negated = true;
        --left;
      }
      cue.group.begin = cue.words.begin = left;
    };
    switch (form.tense) {
      case Tense::participle_past:
      case Tense::past:
        if (c & (class_be | class_been | class_be_participle)) {
          take_auxiliaries();
          cue.voice = Voice::passive;
          return true;
        }
        if (form.tense == Tense::participle_past) {
          if (!(c & class_have)) return false;
          if (this->form(left - 1) == "having") cue.voice = Voice::gerund;
          take_auxiliaries();
          return true;
        }
        if (c & (class_have | class_determiner | class_preposition))
          return (c & class_have) != 0 && (take_auxiliaries(), true);
        return true;
      case Tense::participle_present:
        if (c & class_be) {
          take_auxiliaries();
          return true;
        }
        if (c & class_determiner) return false;
        cue.voice = Voice::gerund;
        return true;
      case Tense::infinitive:
        if (c & class_modal && this->form(left - 1) != "to") {
          take_auxiliaries();
          return true;
        }
        if (left > range_.begin && this->form(left - 1) == "to") {
          cue.voice = Voice::infinitive;
          return true;
        }
        return false;
      default:
        if (c & (class_determiner | class_preposition | class_be | class_modal)) return false;
        if (at > range_.begin && reading_.words[at].capital) return false;
        if (object_noun(at)) return false;
        // «federal and state law», «late-night tweets», «his claims»
        if (const Upos tag = reading_.words[at].upos; tag == Upos::adj || tag == Upos::propn) return false;
        if (reading_.words[at].upos == Upos::noun && this->form(at + 1) != "that" && left > range_.begin &&
            !(c & class_subject_pronoun))
          return false;
        // «complicated questions», «ten questions»
        return reading_.words[at].upos != Upos::noun || left == range_.begin ||
               (reading_.words[left - 1].upos != Upos::adj && reading_.words[left - 1].upos != Upos::num);
    }
  }

  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  uint32_t sentence_;
  Range range_;
  std::vector<Cue> cues_;
  Pass pass_ = Pass::simple;
  bool there_ = false;  // «y» stands before the verb
};

}  // namespace

std::vector<Cue> find_cues(const Reading& reading, uint32_t sentence, const Cue_lexicon& lexicon) {
  return Finder(reading, sentence, lexicon).find();
}

}  // namespace recoupe::quotes
