#include "quotes/direct.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::quotes {
namespace {

class Finder {
 public:
  Finder(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
         const std::vector<Told>& told)
      : document_(document), reading_(reading), lexicon_(lexicon), told_(told) {}

  std::vector<Direct> find() {
    for (uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      for (uint32_t i = reading_.sentences[s].begin; i < reading_.sentences[s].end; ++i)
        if (reading_.words[i].kind == WordKind::quote) quote(s, i);
      for (const Attribution& speaker : told_[s].speakers)
        if (!speaker.name.empty()) {
          last_ = &speaker;
          last_sentence_ = s;
        }
    }
    return std::move(out_);
  }

 private:
  const Word& word(uint32_t i) const { return reading_.words[i]; }
  const Marked& marked(uint32_t i) const { return reading_.marked[word(i).marked]; }

  void quote(uint32_t s, uint32_t i) {
    if (!reading_.long_quote(word(i))) return;
    Direct direct;
    direct.word = i;
    direct.sentence = s;
    if (!attribute(direct)) {
      if (is_charge(i, reading_.sentences[s])) last_charge_ = i;
      last_label_ = i;
      return;
    }
    out_.push_back(direct);
    if (!direct.speaker.name.empty()) {
      previous_ = direct.speaker;
      previous_sentence_ = s;
    }
  }

  bool attribute(Direct& direct) {
    const Told& told = told_[direct.sentence];
    const Clause& sentence = reading_.sentences[direct.sentence];
    const bool alone = only_quotes(sentence);
    if (is_charge(direct.word, sentence)) return false;
    // «Selon le maire, le préfet a fait part « … »» and «Il dit que le préfet refuse « … »»: the inner one.
    for (size_t k = told.nested.size(); k-- > 0;)
      if (told.nested[k].words.contains(direct.word) && !told.speakers[told.nested[k].cue].name.empty())
        return take(direct, told, told.nested[k].cue, rule_marked_content);
    for (size_t k = told.contents.size(); k-- > 0;)
      if (told.contents[k].words.contains(direct.word))
        return take(direct, told, inner_cue(told, told.contents[k], direct.word), rule_marked_content);
    if (signed_after(direct, sentence)) return true;
    if (is_label(direct.word, sentence)) return false;
    if (const int cue = nearest_cue(told, sentence, direct.word); cue >= 0) {
      const bool colon = told.cues[cue].voice == Voice::colon;
      const Attribution& speaker = told.speakers[cue];
      if (!speaker.name.empty() || (!colon && !speaker.mention.empty() && !is_one(speaker)))
        return take(direct, told, cue, colon ? rule_marked_colon : rule_marked_cue);
      if (by_document(direct, told)) return true;
    }
    if (by_document(direct, told)) return true;
    if (direct.word > sentence.begin && word(direct.word - 1).kind == WordKind::colon &&
        (by_clause(direct, told) || name_before(direct, sentence)))
      return true;
    if (after_colon(direct, sentence)) return true;
    if (alone && before_cue(direct)) return true;
    if (marked(direct.word).continues && !out_.empty()) {
      direct.speaker = previous_;
      direct.speaker.mention = direct.speaker.cue = {};
      direct.rule = rule_marked_goes_on;
      return true;
    }
    if (marked(direct.word).dialogue) {  // one turn of a dialogue, and nobody says whose
      direct.rule = rule_marked_alone;
      return true;
    }
    if (looks_like_title(direct.word, alone)) return false;
    if (by_clause(direct, told)) return true;
    if (!alone && by_subject(direct, sentence)) return true;
    if (const Attribution* same = going_on(direct, sentence, alone)) {
      direct.speaker = *same;
      direct.speaker.mention = direct.speaker.cue = {};
      direct.rule = rule_marked_goes_on;
      return true;
    }
    direct.rule = rule_marked_alone;
    return true;
  }

  // Whoever was speaking. Words within a sentence of the article go on only in the same paragraph; a whole
  // line of them may follow.
  const Attribution* going_on(const Direct& direct, const Clause& sentence, bool alone) const {
    if (!out_.empty() && previous_sentence_ == direct.sentence && !previous_.name.empty()) return &previous_;
    const bool near = alone || reading_.sentences[last_sentence_].paragraph == sentence.paragraph;
    return last_ && near && direct.sentence - last_sentence_ <= (alone ? 2u : 1u) ? last_ : nullptr;
  }

  // «Les élus doivent déclarer « tout don »» says what they have to do, not what they said.
  bool is_duty(const Cue& cue) const {
    return !lexicon_.english && cue.voice == Voice::active && cue.words.begin < cue.words.end &&
           (word(cue.words.begin).form == "doit" || word(cue.words.begin).form == "doivent");
  }

  bool take(Direct& direct, const Told& told, size_t cue, std::string_view rule) {
    direct.rule = rule;
    if (is_duty(told.cues[cue])) return true;
    direct.cue = &told.cues[cue];
    direct.speaker = told.speakers[cue];
    return true;
  }

  // «Selon le maire, le préfet a fait part « … »»: the verb right before the marks, within what another
  // reports.
  static size_t inner_cue(const Told& told, const Content& content, uint32_t at) {
    for (size_t k = told.cues.size(); k-- > 0;) {
      const Cue& cue = told.cues[k];
      if (k != content.cue && cue.voice == Voice::active && content.words.contains(cue.group.begin) &&
          cue.group.end <= at && at <= cue.group.end + 1 && !told.speakers[k].name.empty())
        return k;
    }
    return content.cue;
  }

  bool only_quotes(const Clause& sentence) const {
    for (uint32_t i = sentence.begin; i < sentence.end; ++i)
      if (word(i).kind == WordKind::word || word(i).kind == WordKind::number) return false;
    return true;
  }

  // The last cue before the words in their sentence, or the incise after them.
  int nearest_cue(const Told& told, const Clause& sentence, uint32_t at) const {
    int best = -1;
    for (size_t k = 0; k < told.cues.size(); ++k) {
      const Cue& cue = told.cues[k];
      // «la réplique « … » lancée par le député»
      if (cue.voice == Voice::participle && (cue.group.begin != at + 1 || cue.subject.empty())) continue;
      const bool turned = cue.inverted || (!cue.subject.empty() && cue.subject.begin >= cue.group.end &&
                                           cue.voice == Voice::active);
      if (cue.group.begin > at) {
        // «« … », the mayor of York said»: the subject stands right after the marks.
        const bool follows = cue.subject.begin > at && cue.subject.begin <= at + 2 && !cue.subject.empty();
        const bool near = cue.group.begin <= at + 3 || turned || follows;
        if (best < 0 && near) best = static_cast<int>(k);
        break;
      }
      if (cue.voice != Voice::source || at <= cue.subject.end + 3) best = static_cast<int>(k);
    }
    (void)sentence;
    return best;
  }

  const Mention* person_before(uint32_t from, uint32_t end) const {
    const Mention* found = nullptr;
    if (from >= end) return nullptr;
    const Span span = reading_.span(from, end);
    auto it = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), span.begin,
                               [](const Mention& m, uint32_t at) { return m.span.begin < at; });
    for (; it != document_.mentions.end() && it->span.end <= span.end; ++it)
      if (it->entity && document_.entities[it->entity.value].kind == EntityKind::person) found = &*it;
    return found;
  }

  Attribution of(const Mention& mention) const {
    const Entity& entity = document_.entities[mention.entity.value];
    Attribution out;
    out.name = entity.name;
    out.entity = mention.entity;
    out.role = entity.role;
    out.mention = mention.span;
    return out;
  }

  // «Fottorino : « … »», «Ce n'est pas l'avis de Fottorino : « … »».
  bool name_before(Direct& direct, const Clause& sentence) {
    const Mention* mention = person_before(sentence.begin, direct.word);
    if (!mention) return false;
    direct.speaker = of(*mention);
    direct.rule = rule_marked_colon;
    return true;
  }

  // The line before ends in a colon: «Asia News précise :».
  bool after_colon(Direct& direct, const Clause& sentence) {
    if (direct.sentence == 0 || direct.word != sentence.begin) return false;
    const Clause& before = reading_.sentences[direct.sentence - 1];
    const Told& told = told_[direct.sentence - 1];
    const bool colon = word(before.end - 1).kind == WordKind::colon;
    const bool bare_source =
        !told.cues.empty() && told.cues.back().voice == Voice::source && told.contents.empty();
    if (!colon && !bare_source) return false;
    if (!told.cues.empty()) return take(direct, told, told.cues.size() - 1, rule_marked_before);
    for (const Told::Silent& silent : told.silent) {
      if (silent.quote != before.end - 1) continue;
      direct.speaker = silent.speaker;
      direct.rule = rule_marked_before;
      return true;
    }
    const Mention* mention = person_before(before.begin, before.end);
    if (!mention) return false;
    direct.speaker = of(*mention);
    direct.rule = rule_marked_before;
    return true;
  }

  // «« … » / a déclaré le général russe.»
  bool before_cue(Direct& direct) {
    if (direct.sentence + 1 >= reading_.sentences.size()) return false;
    const Clause& next = reading_.sentences[direct.sentence + 1];
    const Told& told = told_[direct.sentence + 1];
    if (told.cues.empty() || told.cues.front().voice != Voice::active) return false;
    const Cue& cue = told.cues.front();
    const bool first = cue.group.begin <= next.begin + 1 && !word(next.begin).capital;
    if (!first) return false;
    return take(direct, told, 0, rule_marked_next);
  }

  // «Paul Girard veut « tenir la digue »», «le communiqué du préfet : « … »»
  bool by_clause(Direct& direct, const Told& told) {
    for (const Told::Silent& silent : told.silent) {
      if (silent.quote != direct.word) continue;
      direct.speaker = silent.speaker;
      direct.rule = silent.rule;
      return true;
    }
    return false;
  }

  bool by_document(Direct& direct, const Told& told) {
    return by_clause(direct, told) && (direct.rule == rule_marked_document || (direct.speaker = {}, false));
  }

  // «peut-on lire»: whoever wrote what one reads.
  bool is_one(const Attribution& speaker) const {
    const std::string_view words = document_.words(speaker.mention);
    return speaker.name.empty() && !lexicon_.english && words.size() <= 6 &&
           utf8::lower(words).ends_with("on");
  }

  // «Airbus « coopère pleinement »»: the named subject of the sentence.
  bool by_subject(Direct& direct, const Clause& sentence) {
    for (uint32_t i = sentence.begin; i < direct.word && i < sentence.begin + 4; ++i) {
      if (word(i).mention < 0) continue;
      const Mention& mention = document_.mentions[word(i).mention];
      if (!mention.entity) return false;
      const EntityKind kind = document_.entities[mention.entity.value].kind;
      if (kind != EntityKind::person && kind != EntityKind::organisation) return false;
      if (i > sentence.begin && lexicon_.classes_of(word(i - 1).form) & class_preposition) return false;
      direct.speaker = of(mention);
      direct.rule = rule_marked_subject;
      return true;
    }
    return false;
  }

  // «« … » — Victor Hugo», «« … » / — Service de presse du festival»
  bool signed_after(Direct& direct, const Clause& sentence) {
    uint32_t at = direct.word + 1;
    while (at < sentence.end && word(at).kind == WordKind::stop) ++at;
    uint32_t end = sentence.end;
    if (at == sentence.end && direct.sentence + 1 < reading_.sentences.size())
      end = reading_.sentences[direct.sentence + 1].end;
    if (at + 1 >= end || word(at).kind != WordKind::dash || end - at > 24) return false;
    ++at;
    uint32_t last = at;
    while (last < end && (word(last).kind == WordKind::word || word(last).kind == WordKind::number)) ++last;
    if (last == at || last - at > 10 || !word(at).capital) return false;
    if (const Mention* mention = person_before(at, std::min(last, at + 2))) {
      direct.speaker = of(*mention);
    } else {
      direct.speaker.mention = reading_.span(at, last);
      direct.speaker.name = std::string(document_.words(direct.speaker.mention));
    }
    direct.rule = rule_marked_signed;
    return true;
  }

  // A nickname, the name of an operation or of a work: «l'opération « … »», «intitulé « … »», «source – « …
  // »»; a short phrase without a verb that an article makes a noun: «les « contrôles au faciès »».
  bool is_label(uint32_t at, const Clause& sentence) const {
    const bool first = at == sentence.begin;
    // A gloss («« Hasta la victoria » (« Jusqu'à la victoire »)»), and the next title of a list of them.
    if (!first && word(at - 1).kind == WordKind::open && at + 1 < sentence.end &&
        word(at + 1).kind == WordKind::close)
      return true;
    if (at >= sentence.begin + 2 && last_label_ == at - 2) return true;
    // «on CBS's "Face the Nation"»
    if (!first && (word(at - 1).form == "'s" || word(at - 1).form.ends_with("'s")) &&
        reading_.lengths[word(at).marked] <= 5 && title_case(at, 1))
      return true;
    if (!first && word(at - 1).kind == WordKind::dash &&
        at + 1 >= sentence.end - (word(sentence.end - 1).kind == WordKind::stop))
      return true;
    const bool short_one = reading_.lengths[word(at).marked] <= 4 && !word(at).capital;
    if (!first && short_one && word(at - 1).kind == WordKind::word) {
      const uint32_t c = lexicon_.classes_of(word(at - 1).form);
      const std::string& f = word(at - 1).form;
      if ((c & class_article) || f == "comme" || f == "pour" || f == "as") return true;
    }
    for (uint32_t k = 1; k <= 2 && at >= k; ++k) {
      const Word& before = word(at - k);
      if (before.kind != WordKind::word) break;
      if (lexicon_.labels.contains(before.form)) return true;
    }
    return false;
  }

  // «pour « ne pas laisser faire »»
  bool first_is_verb(uint32_t at) const {
    const auto& tokens = document_.tokens;
    const auto it = std::lower_bound(tokens.begin(), tokens.end(), marked(at).inner.begin,
                                     [](const Token& t, uint32_t begin) { return t.span.begin < begin; });
    if (it == tokens.end()) return false;
    return (it->upos == Upos::verb && !(it->features & form_participle)) ||
           (lexicon_.classes_of(utf8::lower(document_.words(*it))) & class_negation) != 0;
  }

  // «mis en examen pour « association de malfaiteurs » et « recel »»: what the law calls it, and nobody's
  // words.
  bool is_charge(uint32_t at, const Clause& sentence) const {
    if (word(at).capital || at == sentence.begin || first_is_verb(at)) return false;
    if (at >= sentence.begin + 2 && last_charge_ == at - 2) return true;
    const std::string& before = word(at - 1).form;
    const bool pour = before == "pour" || before == "for";
    const bool of = before == "de" || before == "d'" || before == "of";
    if (!pour && !of) return false;
    for (uint32_t k = at - 1; k-- > sentence.begin && k + 12 > at;) {
      if (word(k).kind == WordKind::stop || word(k).kind == WordKind::semicolon) return false;
      if (of) return word(k).form == "chef" || word(k).form == "chefs" || word(k).form == "charges";
      if (lexicon_.charges.contains(word(k).form)) return true;
    }
    return false;
  }

  // Every long word with a capital, no full stop: a title rather than speech.
  bool looks_like_title(uint32_t at, bool alone) const { return !alone && title_case(at, 2); }

  bool title_case(uint32_t at, uint32_t least) const {
    const Span inner = marked(at).inner;
    const std::string_view text = document_.text;
    uint32_t capitals = 0, long_words = 0;
    for (uint32_t i = inner.begin; i < inner.end;) {
      const utf8::Decoded d = utf8::decode(text, i);
      if (!utf8::is_letter(d.code_point)) {
        i += d.size;
        continue;
      }
      uint32_t end = i, letters = 0;
      for (utf8::Decoded e = d;
           end < inner.end && (utf8::is_letter(e.code_point) || utf8::is_digit(e.code_point));
           e = utf8::decode(text, end)) {
        end += e.size;
        ++letters;
      }
      if (letters > 3) {
        ++long_words;
        capitals += utf8::is_upper(d.code_point);
      }
      i = end;
    }
    return long_words >= least && capitals * 10 >= long_words * 8;
  }

  const Document& document_;
  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  const std::vector<Told>& told_;
  std::vector<Direct> out_;
  Attribution previous_;
  uint32_t last_charge_ = UINT32_MAX;
  uint32_t last_label_ = UINT32_MAX;  // the last stretch that was no speech
  uint32_t previous_sentence_ = 0;
  const Attribution* last_ = nullptr;
  uint32_t last_sentence_ = 0;
};

}  // namespace

std::vector<Direct> find_direct(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                                const std::vector<Told>& told) {
  return Finder(document, reading, lexicon, told).find();
}

}  // namespace recoupe::quotes
