#include "quotes/quotes.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "quotes/clause_subject.hpp"
#include "quotes/dialogue.hpp"
#include "quotes/direct.hpp"
#include "quotes/givers.hpp"
#include "quotes/interrupted.hpp"
#include "quotes/predicate.hpp"
#include "quotes/subject.hpp"

namespace recoupe::quotes {

Words load_words() {
  return {load_cue_lexicon(Language::french), load_cue_lexicon(Language::english),
          load_kin(Language::french),         load_kin(Language::english),
          load_hedge_words(Language::french), load_hedge_words(Language::english),
          lexicon::forms(Language::french),   lexicon::forms(Language::english)};
}

namespace {

class Stage {
 public:
  Stage(Document& document, const Cue_lexicon& lexicon, const Kin& kin, const Hedge_words& hedges,
        const lexicon::Forms& forms)
      : document_(document),
        lexicon_(lexicon),
        kin_(kin),
        hedges_(hedges),
        forms_(forms),
        reading_(
            read(document,
                 cut_at_incises(document, lexicon,
                                with_dialogue(document, find_marked(document.text, document.paragraphs))),
                 forms)),
        speakers_(document, reading_, lexicon, kin) {}

  void run() {
    for (uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      Told told;
      told.cues = find_cues(reading_, s, lexicon_);
      find_subjects(reading_, lexicon_, told.cues);
      told.contents = find_contents(reading_, lexicon_, told.cues);
      drop_nested(told, speakers_);
      for (const Cue& cue : told.cues) {
        told.speakers.push_back(
            speakers_.resolve(cue.subject, s, is_nested(told, cue) || only_gives(told, cue)));
        // «Dans un communiqué de la mairie, on apprend que P»
        if (told.speakers.back().name.empty() && is_one(cue.subject))
          if (Attribution author = speakers_.author(s, cue.group.begin); !author.name.empty())
            told.speakers.back() = std::move(author);
        told.speakers.back().cue = reading_.span(cue.words.begin, cue.words.end);
      }
      if (s > 0) same_speaker(told, s);
      unnamed_sources(told);
      clause_subjects(told, s);
      if (s > 0 && lonely(s)) subject_before(told, s);
      told_.push_back(std::move(told));
    }
    reported();
    direct();
    std::stable_sort(
        document_.statements.begin(), document_.statements.end(), [](const Statement& a, const Statement& b) {
          return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
    give_to_figures();
  }

 private:
  // «Le préfet veut « tenir la digue »»: nothing reports, but somebody is the subject of the clause.
  void clause_subjects(Told& told, uint32_t s) {
    for (uint32_t i = reading_.sentences[s].begin; i < reading_.sentences[s].end; ++i) {
      const bool last_colon = i + 1 == reading_.sentences[s].end && reading_.words[i].kind == WordKind::colon;
      const bool quote = reading_.words[i].kind == WordKind::quote && reading_.long_quote(reading_.words[i]);
      if (!quote && !last_colon) continue;
      const bool colon = last_colon || (i > 0 && reading_.words[i - 1].kind == WordKind::colon);
      if (Attribution author = speakers_.author(s, i); !author.name.empty()) {
        told.silent.push_back({i, std::move(author), rule_marked_document});
        continue;
      }
      Range subject = quote ? predicate_subject(document_, reading_, lexicon_, s, i) : Range{};
      const bool of_himself = !subject.empty();
      if (!of_himself) subject = clause_subject(reading_, lexicon_, s, i);
      if (subject.empty() || !speakers_.somebody(subject)) continue;
      // A described one («les policiers») mostly does something, and says nothing, save before a colon.
      const bool says = of_himself || colon || wishes(subject.end, i);
      if (Attribution who = speakers_.resolve(subject, s, true); (who.entity || says) && !who.name.empty())
        told.silent.push_back({i, std::move(who), rule_marked_subject});
    }
  }

  // «Et de conclure que P», «Avant d'ajouter : « … »»: whoever spoke last.
  void same_speaker(Told& told, uint32_t s) const {
    const Clause& clause = reading_.sentences[s];
    const Clause& before = reading_.sentences[s - 1];
    if (lexicon_.english || told.cues.empty() || before.paragraph != clause.paragraph) return;
    const Cue& cue = told.cues.front();
    const std::string& first = reading_.words[clause.begin].form;
    const bool opens = first == "et" || first == "avant" || first == "puis";
    if (!opens || cue.voice != Voice::infinitive || cue.group.begin > clause.begin + 3 ||
        !told.speakers.front().name.empty())
      return;
    for (size_t k = told_[s - 1].speakers.size(); k-- > 0;)
      if (const Attribution& last = told_[s - 1].speakers[k]; !last.name.empty()) {
        const Span words = told.speakers.front().cue;
        told.speakers.front() = last;
        told.speakers.front().mention = {};
        told.speakers.front().cue = words;
        return;
      }
  }

  // «indique-t-on de source judiciaire»
  void unnamed_sources(Told& told) const {
    for (size_t k = 0; k + 1 < told.cues.size(); ++k) {
      const Cue& next = told.cues[k + 1];
      if (!is_one(told.cues[k].subject) || next.voice != Voice::source ||
          next.group.begin > told.cues[k].group.end + 1)
        continue;
      const Span words = told.speakers[k].cue;
      told.speakers[k] = told.speakers[k + 1];
      told.speakers[k].cue = words;
    }
  }

  // Nothing but words between marks.
  bool lonely(uint32_t s) const {
    const Clause& clause = reading_.sentences[s];
    for (uint32_t i = clause.begin; i < clause.end; ++i)
      if (reading_.words[i].kind == WordKind::word || reading_.words[i].kind == WordKind::number)
        return false;
    return reading_.words[clause.begin].kind == WordKind::quote;
  }

  // «Paul Girard ne s'est pas laissé troubler. « Nous tiendrons. »»: whoever the sentence before is about,
  // where nobody speaks in it.
  void subject_before(Told& told, uint32_t s) {
    const Clause& before = reading_.sentences[s - 1];
    if (before.paragraph != reading_.sentences[s].paragraph) return;
    for (const Attribution& speaker : told_[s - 1].speakers)
      if (!speaker.name.empty()) return;
    uint32_t end = before.end;
    while (end > before.begin && reading_.words[end - 1].kind == WordKind::stop) --end;
    const Range subject = clause_subject(reading_, lexicon_, s - 1, end, true);
    if (subject.empty() || !speakers_.somebody(subject)) return;
    Attribution who = speakers_.resolve(subject, s - 1, true);
    if (!who.entity || document_.entities[who.entity.value].kind != EntityKind::person) return;
    told.silent.push_back({reading_.sentences[s].begin, std::move(who), rule_marked_subject});
  }

  // «La candidate veut « tenir la digue »»
  bool wishes(uint32_t from, uint32_t quote) const {
    for (uint32_t i = from; i < quote && i < from + 8; ++i)
      if (const Word& word = reading_.words[i];
          word.token >= 0 &&
          lexicon_.wishes.contains(utf8::lower(document_.lemma(document_.tokens[word.token]))))
        return true;
    return false;
  }

  bool is_one(Range subject) const {
    return subject.end == subject.begin + 1 && reading_.words[subject.begin].kind == WordKind::word &&
           reading_.words[subject.begin].form.ends_with("on") && !lexicon_.english;
  }

  // Whether a cue stands in what another one reports: «a annoncé qu'il partirait s'il le juge utile».
  static bool is_nested(const Told& told, const Cue& cue) {
    return std::any_of(told.contents.begin(), told.contents.end(), [&](const Content& content) {
      return &told.cues[content.cue] != &cue && content.words.contains(cue.group.begin) &&
             content.words.contains(cue.group.end - 1);
    });
  }

  // Whether a cue stands in what somebody denies: «nie avoir dit que P», «dément les informations selon
  // lesquelles P». What is denied as a whole is denied in its parts.
  static bool is_denied(const Told& told, const Cue& cue) {
    return std::any_of(told.contents.begin(), told.contents.end(), [&](const Content& content) {
      const Cue& outer = told.cues[content.cue];
      if (&outer == &cue || !outer.verb || outer.verb->status != ClaimStatus::denied || outer.negated)
        return false;
      const bool relative = cue.relative && cue.group.begin == content.words.end;
      return relative || (cue.voice != Voice::source && content.words.contains(cue.group.begin) &&
                          content.words.contains(cue.group.end - 1));
    });
  }

  // «dit-il selon la chaîne»: names a giver and reports nothing of its own.
  bool only_gives(const Told& told, const Cue& cue) const {
    if (cue.voice != Voice::source) return false;
    return std::none_of(told.contents.begin(), told.contents.end(),
                        [&](const Content& content) { return &told.cues[content.cue] == &cue; });
  }

  // What is reported within a report stays part of it, save where it is a whole clause of somebody named.
  static void drop_nested(Told& told, const Speakers& speakers) {
    // «Selon la présidente, l'autorité a fait part de P»: P is the authority's, through the president.
    const auto told_on = [&](const Content& outer) {
      return outer.rule == rule_source &&
             std::any_of(told.contents.begin(), told.contents.end(), [&](const Content& inner) {
               const Cue& cue = told.cues[inner.cue];
               // «D'après X, tous ces éléments confirment P»: evidence tells nothing, X does.
               return inner.cue != outer.cue && cue.voice == Voice::active &&
                      !speakers.impersonal(cue.subject) && cue.subject.begin == outer.words.begin &&
                      inner.words.begin >= cue.group.end && inner.words.end >= outer.words.end;
             });
    };
    std::erase_if(told.contents, told_on);
    std::vector<Content> kept;
    for (const Content& content : told.contents) {
      const bool clause =
          content.rule == rule_that || content.rule == rule_source || content.rule == rule_incise;
      (clause || !is_nested(told, told.cues[content.cue]) ? kept : told.nested).push_back(content);
    }
    told.contents = std::move(kept);
  }

  bool has_quote(Range words) const {
    for (uint32_t i = words.begin; i < words.end; ++i)
      if (reading_.words[i].kind == WordKind::quote && reading_.long_quote(reading_.words[i])) return true;
    return false;
  }

  // Nothing of its own outside the marks: «« nous irons »», «un « acte de terrorisme »».
  bool only_quote(Range words) const {
    if (!has_quote(words)) return false;
    const bool article = reading_.words[words.begin].kind == WordKind::word &&
                         (lexicon_.classes_of(reading_.words[words.begin].form) & class_determiner) != 0;
    return words.end - words.begin == (article ? 2u : 1u);
  }

  void reported() {
    for (Told& told : told_)
      for (const Content& content : told.contents) {
        const Cue& cue = told.cues[content.cue];
        if (content.words.end == content.words.begin + 1 && has_quote(content.words))
          continue;  // a direct one, and no more
        // «confirme la nouvelle : « … »»: what follows the colon is told
        if (content.rule == rule_noun && content.words.end - content.words.begin <= 3 &&
            content.words.end < reading_.words.size() &&
            reading_.words[content.words.end].kind == WordKind::colon && !has_quote(content.words))
          continue;
        Statement statement;
        statement.form = has_quote(content.words) ? StatementForm::mixed : StatementForm::indirect;
        statement.span = reading_.span(content.words.begin, content.words.end);
        statement.rule = content.rule;
        attribute(statement, told, content);
        Sureness sure = how_sure(content.words, &cue, content.questioned);
        statement.status = is_denied(told, cue) ? ClaimStatus::denied : sure.status;
        statement.hedges = std::move(sure.hedges);
        statement.time = said_when(cue, content.words);
        if (statement.span.size() > 1) document_.statements.push_back(std::move(statement));
      }
  }

  void attribute(Statement& statement, const Told& told, const Content& content) const {
    const Cue& cue = told.cues[content.cue];
    const Attribution& speaker = told.speakers[content.cue];
    if (!speaker.name.empty() || !speaker.mention.empty()) statement.attribution.push_back(speaker);
    if (statement.attribution.empty()) return;
    for (Attribution& giver : through(told, cue, speaker)) statement.attribution.push_back(std::move(giver));
  }

  // Through whom the words came. «a dit X à l'AFP. « … », a-t-il ajouté.»: he goes on before the same.
  std::vector<Attribution> through(const Told& told, const Cue& cue, const Attribution& speaker,
                                   int back = 0) const {
    std::vector<Attribution> found = givers(document_, reading_, lexicon_, kin_, told, cue, speaker);
    const bool pronoun =
        cue.inverted || (cue.subject.end == cue.subject.begin + 1 &&
                         lexicon_.classes_of(reading_.words[cue.subject.begin].form) & class_person_pronoun);
    if (!found.empty() || !pronoun || cue.sentence == 0 || back > 2 || speaker.name.empty()) return found;
    const Clause& before = reading_.sentences[cue.sentence - 1];
    if (before.paragraph != reading_.sentences[cue.sentence].paragraph) return found;
    const Told& earlier = told_[cue.sentence - 1];
    for (size_t k = earlier.cues.size(); k-- > 0;)
      if (earlier.speakers[k].name == speaker.name && earlier.cues[k].voice != Voice::source)
        return through(earlier, earlier.cues[k], speaker, back + 1);
    return found;
  }

  // «a déclaré mardi», «a dit mardi le maire»: a time right after the cue or its subject.
  std::string said_when(const Cue& cue, Range content) const {
    const Clause& sentence = reading_.sentences[cue.sentence];
    uint32_t after = cue.group.end;
    if (cue.subject.begin >= cue.group.end && !cue.subject.empty()) after = cue.subject.end;
    for (const uint32_t at : {cue.group.end, after})
      for (uint32_t i = at; i < at + 4 && i < sentence.end; ++i) {
        if (content.contains(i) || reading_.words[i].kind == WordKind::quote) break;
        if (const Time* time = time_at(i)) return time->value;
      }
    // «Le 28 février, le maire a déclaré que P»: what opens the sentence and ends in a comma.
    const uint32_t opening = std::min(
        {cue.group.begin, cue.subject.empty() ? cue.group.begin : cue.subject.begin, sentence.begin + 8});
    const Time* first = nullptr;
    for (uint32_t i = sentence.begin; i < opening && !content.contains(i); ++i) {
      if (!first) first = time_at(i);
      if (first && reading_.words[i].kind == WordKind::comma) return first->value;
    }
    return {};
  }

  const Time* time_at(uint32_t word) const {
    const Span span = reading_.words[word].span;
    const auto it = std::lower_bound(document_.times.begin(), document_.times.end(), span.begin,
                                     [](const Time& t, uint32_t begin) { return t.span.end <= begin; });
    const bool is = it != document_.times.end() && it->span.overlaps(span) &&
                    (it->type == TimeType::date || it->type == TimeType::time);
    return is ? &*it : nullptr;
  }

  void direct() {
    for (Direct& found : find_direct(document_, reading_, lexicon_, told_)) {
      Statement statement;
      statement.form = StatementForm::direct;
      statement.span = reading_.marked[reading_.words[found.word].marked].inner;
      statement.rule = found.rule;
      if (!found.speaker.name.empty() || !found.speaker.mention.empty()) {
        statement.attribution.push_back(found.speaker);
        if (found.cue)
          for (Attribution& giver : through(told_[found.cue->sentence], *found.cue, found.speaker))
            statement.attribution.push_back(std::move(giver));
      }
      if (found.cue) {
        statement.status = is_denied(told_[found.cue->sentence], *found.cue)
                               ? ClaimStatus::denied
                               : how_sure({}, found.cue, false).status;
        statement.time = said_when(*found.cue, {found.word, found.word + 1});
      }
      document_.statements.push_back(std::move(statement));
    }
  }

  Sureness how_sure(Range words, const Cue* cue, bool questioned) const {
    return sureness(document_, reading_, lexicon_, hedges_, forms_, words, cue, questioned);
  }

  // A figure is told by whoever tells the narrowest statement around it.
  void give_to_figures() {
    size_t first = 0;
    for (Figure& figure : document_.figures) {
      while (first < document_.statements.size() && document_.statements[first].span.end < figure.span.begin)
        ++first;
      const Statement* best = nullptr;
      for (size_t i = first;
           i < document_.statements.size() && document_.statements[i].span.begin <= figure.span.begin; ++i) {
        const Statement& statement = document_.statements[i];
        if (statement.span.contains(figure.span) && (!best || statement.span.size() <= best->span.size()))
          best = &statement;
      }
      if (!best) continue;
      if (figure.attribution.empty()) figure.attribution = best->attribution;
      if (figure.status == ClaimStatus::asserted) {
        figure.status = best->status;
        figure.hedges = best->hedges;
      }
    }
  }

  Document& document_;
  const Cue_lexicon& lexicon_;
  const Kin& kin_;
  const Hedge_words& hedges_;
  const lexicon::Forms& forms_;
  Reading reading_;
  Speakers speakers_;
  std::vector<Told> told_;
};

constexpr std::array all_rules = {
    rule_that,         rule_infinitive,    rule_noun,           rule_source,
    rule_incise,       rule_object,        rule_predicate,      rule_passive,
    rule_if,           rule_bare,          rule_marked_content, rule_marked_cue,
    rule_marked_colon, rule_marked_next,   rule_marked_before,  rule_marked_goes_on,
    rule_marked_alone, rule_marked_signed, rule_marked_subject, rule_marked_document,
};

}  // namespace

void find_statements(Document& document, const Words& words) {
  document.statements.clear();
  if (document.language == Language::english) {
    Stage(document, words.english, words.english_kin, words.english_hedges, words.english_forms).run();
  } else {
    Stage(document, words.french, words.french_kin, words.french_hedges, words.french_forms).run();
  }
}

std::span<const std::string_view> rules() {
  return all_rules;
}

}  // namespace recoupe::quotes
