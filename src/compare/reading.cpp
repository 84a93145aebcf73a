#include "compare/reading.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.hpp"
#include "compare/entities.hpp"
#include "document/contraction.hpp"

namespace recoupe::compare {
namespace {

// Keys that tell little of what a sentence is about.
constexpr std::array<std::string_view, 41> light_concepts = {
    "say",   "happen", "take",      "give",      "come",  "go",     "find",  "use",      "people",
    "part",  "number", "place",     "new",       "big",   "small",  "first", "last",     "want",
    "think", "see",    "keep",      "area",      "old",   "former", "quick", "question", "ask",
    "show",  "speak",  "plan",      "sure",      "toll",  "level",  "early", "morning",  "evening",
    "night", "dawn",   "important", "necessary", "effect"};

struct Term {
  const Token* token;
  uint32_t index;  // in Document::tokens
  std::string form, lemma;
  bool figure = false, measure = false, counted = false, time = false, source = false, cue = false;
};

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Reader {
 public:
  Reader(const Document& document, Span span, const ReadingWords& words)
      : document_(document), span_(span), words_(words) {}

  Reading read() {
    out_.language = document_.language == Language::english ? Language::english : Language::french;
    if (document_.published) out_.as_of = document_.published->value;
    collect_words();
    statements();
    names();
    phrases();
    for (Term& word : all_)
      if (idea_of_[word.index] == no_idea) idea(word);
    structure();
    tense();
    negation();
    amounts();
    moments();
    return std::move(out_);
  }

 private:
  // Items are sorted by where they begin; a longer one that began a little before may reach into the claim.
  template <class Items, class Take>
  void each_within(const Items& items, Take take) const {
    constexpr size_t looked_back = 6;
    auto item = std::lower_bound(items.begin(), items.end(), span_.begin,
                                 [](const auto& one, uint32_t begin) { return one.span.begin < begin; });
    item -= static_cast<ptrdiff_t>(std::min<size_t>(looked_back, static_cast<size_t>(item - items.begin())));
    for (; item != items.end() && item->span.begin < span_.end; ++item)
      if (item->span.overlaps(span_)) take(*item);
  }

  void collect_words() {
    constexpr size_t longest_claim = 300;  // words: more is no claim but a text, and is read by its beginning
    each_within(document_.sentences, [&](const Sentence& sentence) {
      const auto end = std::min(sentence.end_token, static_cast<uint32_t>(document_.tokens.size()));
      for (uint32_t i = sentence.first_token; i < end && all_.size() < longest_claim; ++i) {
        const Token& token = document_.tokens[i];
        if (!span_.contains(token.span)) continue;
        Term word{&token, i, plain(form(document_, token)), plain(document_.lemma(token))};
        if (word.lemma.empty()) word.lemma = word.form;
        all_.push_back(std::move(word));
      }
    });
    if (all_.size() == longest_claim) span_.end = all_.back().token->span.end;
    mark(document_.figures, [&](const Figure& figure, Term& word) {
      word.figure = word.figure || figure.span.contains(word.token->span);
      word.counted = word.counted || figure.what.contains(word.token->span);
    });
    // «15 %», «six mois»: a measure is no thing that the sentence speaks of.
    mark(document_.figures, [&](const Figure& figure, Term& word) {
      word.measure = word.measure || (!figure.unit.empty() && figure.span.contains(word.token->span));
    });
    mark(document_.times, [](const Time& time, Term& word) {
      word.time = word.time || (time.type != TimeType::duration && time.span.contains(word.token->span));
    });
    for (Term& word : all_) idea_of_[word.index] = no_idea;
  }

  // Folded, with one kind of apostrophe.
  static std::string plain(std::string_view text) {
    std::string out = utf8::fold(text);
    for (size_t at = out.find("\u2019"); at != std::string::npos; at = out.find("\u2019", at))
      out.replace(at, 3, "'");
    return out;
  }

  template <class Items, class Mark>
  void mark(const Items& items, Mark mark) {
    each_within(items, [&](const auto& item) {
      if (!item.rejected)
        for (Term& word : all_) mark(item, word);
    });
  }

  // On whose word, and how sure: of the statement that says most of the claim.
  void statements() {
    const Statement* largest = nullptr;
    each_within(document_.statements, [&](const Statement& statement) {
      if (statement.rejected) return;
      if (largest == nullptr || statement.span.size() > largest->span.size()) largest = &statement;
      if (statement.form == StatementForm::direct) out_.quote = true;
      if (statement.attribution.empty()) return;
      const Attribution& first = statement.attribution.front();
      for (Term& word : all_) {
        const bool content = statement.span.contains(word.token->span);
        word.source = word.source || (!content && first.mention.contains(word.token->span));
        word.cue = word.cue || (!content && first.cue.contains(word.token->span));
      }
    });
    each_within(document_.figures, [&](const Figure& figure) {
      if (out_.status == ClaimStatus::asserted) out_.status = figure.status;
      if (!figure.attribution.empty()) speaker(figure.attribution.front());
    });
    if (largest == nullptr) return;
    const auto in_cue = [&](Span hedge) {
      return !largest->attribution.empty() && largest->attribution.front().cue.contains(hedge);
    };
    // «revendique», "claims": whoever says so is the source, that is all.
    const bool by_cue =
        std::any_of(all_.begin(), all_.end(),
                    [](const Term& term) {
                      return term.cue && any_of(term.lemma, {"claim", "revendiquer"});
                    }) ||
        (!largest->hedges.empty() && std::all_of(largest->hedges.begin(), largest->hedges.end(), in_cue));
    if (largest->status != ClaimStatus::asserted && !(by_cue && largest->status == ClaimStatus::hedged))
      out_.status = largest->status;
    reported_ = std::any_of(all_.begin(), all_.end(), [&](const Term& term) {
      return term.cue && (term.token->upos == Upos::verb || term.token->upos == Upos::aux) &&
             term.token->span.end <= largest->span.begin;
    });
    if (!largest->attribution.empty()) speaker(largest->attribution.front());
  }

  void speaker(const Attribution& first) {
    out_.speaker = first.name.empty() ? std::string(document_.words(first.mention)) : first.name;
    out_.speaker_named = first.entity.value < document_.entities.size() &&
                         document_.entities[first.entity.value].kind == EntityKind::person;
  }

  // Persons, places, and bodies with one name: one idea each. A body whose name is a description («la Cour
  // suprême du Brésil») is read word by word.
  void names() {
    each_within(document_.mentions, [&](const Mention& mention) {
      if (mention.rejected || !span_.contains(mention.span) ||
          mention.entity.value >= document_.entities.size())
        return;
      const Entity& entity = document_.entities[mention.entity.value];
      if (entity.rejected) return;
      std::vector<Term*> inside;
      for (Term& word : all_)
        if (mention.span.contains(word.token->span)) inside.push_back(&word);
      const bool body = entity.kind != EntityKind::person && entity.kind != EntityKind::place;
      const bool known = !entity.wikidata.empty() ||
                         words_.lexicon.same_name.contains(utf8::fold(document_.words(mention.span)));
      if (inside.empty() || (body && inside.size() > 1 && !known)) return;
      if (std::any_of(inside.begin(), inside.end(),
                      [&](const Term* word) { return word->time || idea_of_[word->index] != no_idea; }))
        return;
      named(mention, entity, inside);
    });
  }

  void named(const Mention& mention, const Entity& entity, const std::vector<Term*>& inside) {
    Idea idea;
    idea.word = document_.words(mention.span);
    idea.definite = true;
    idea.source = inside.front()->source;
    const std::string key = name_key(entity.name, words_.lexicon);
    if (entity.kind == EntityKind::person) {
      idea.kind = Idea::Kind::person;
      idea.keys.push_back("p:" + key.substr(key.rfind(' ') + 1));
    } else {
      idea.kind = entity.kind == EntityKind::place ? Idea::Kind::place : Idea::Kind::body;
      idea.keys.push_back("n:" + key);
      idea.keys.push_back("n:" + name_key(document_.words(mention.span), words_.lexicon));
      for (const std::string& alias : entity.aliases)
        idea.keys.push_back("n:" + name_key(alias, words_.lexicon));
      if (!entity.geonames.empty()) idea.keys.push_back("g:" + entity.geonames);
      if (!entity.wikidata.empty()) idea.keys.push_back("q:" + entity.wikidata);
    }
    if (idea.kind == Idea::Kind::place) {
      idea.country = entity.country;
      idea.is_country = !entity.country.empty() && entity.iso == entity.country;
      if (idea.is_country) idea.keys.push_back("c:" + entity.country);
      idea.lasting_place = mention.use == EntityKind::place;
    }
    if (inside.size() == 1) {
      idea.folded = inside.front()->form;
      add_words(idea, *inside.front());
      idea.keys.push_back("s:" + bones(inside.front()->form));
    }
    place(std::move(idea), inside);
  }

  // What stays of a name however it is spelt: «Bachika» and "Bashiqa" are "bsk".
  static std::string bones(const std::string& word) {
    std::string out;
    for (size_t i = 0; i < word.size(); ++i) {
      char c = word[i];
      if (c == 's' && word.compare(i, 3, "sch") == 0) i += 2;
      if ((c == 'c' || c == 's') && i + 1 < word.size() && word[i + 1] == 'h') c = 's', ++i;
      if (c == 'p' && i + 1 < word.size() && word[i + 1] == 'h') c = 'f', ++i;
      if (c == 'q' || c == 'c') c = 'k';
      if (c == 'z') c = 's';
      if (c == 'w') c = 'v';
      const bool vowel = std::string_view("aeiouyhj'-").find(c) != std::string_view::npos;
      if ((vowel && !out.empty()) || (!out.empty() && out.back() == c)) continue;
      out += vowel ? 'a' : c;
    }
    return out.size() >= 3 ? out : word;
  }

  void add_words(Idea& idea, const Term& word) const {
    for (const std::string* text : {&word.lemma, &word.form})
      if (const Concepts::Keys* keys = words_.concepts.find(*text, out_.language))
        idea.concepts.insert(idea.concepts.end(), keys->begin(), keys->end());
    const Content content = content_of(word.form, out_.language, words_.lexicon);
    for (const auto& roots : content.words) idea.keys.insert(idea.keys.end(), roots.begin(), roots.end());
    const auto country = words_.lexicon.nationalities.find(word.form);
    if (country != words_.lexicon.nationalities.end()) {
      idea.keys.push_back("c:" + country->second);
      idea.country = country->second;
    }
  }

  // «tremblement de terre», "take place": several words, one meaning.
  void phrases() {
    for (size_t i = 0; i < all_.size(); ++i) {
      std::string forms, lemmas, mixed, told;
      std::vector<Term*> inside;
      std::vector<Term*> longest;
      const Concepts::Keys* keys = nullptr;
      for (size_t j = i; j < all_.size() && j < i + words_.concepts.longest_phrase; ++j) {
        if (all_[j].token->upos == Upos::punct || idea_of_[all_[j].index] != no_idea) break;
        inside.push_back(&all_[j]);
        forms += (forms.empty() ? "" : " ") + all_[j].form;
        lemmas += (lemmas.empty() ? "" : " ") + all_[j].lemma;
        // «quittera ses fonctions»: the verb by its lemma, the rest as it stands.
        mixed += mixed.empty() ? all_[j].lemma : " " + all_[j].form;
        for (const std::string* text : {&forms, &lemmas, &mixed})
          if (const Concepts::Keys* found = j > i ? words_.concepts.find(*text, out_.language) : nullptr) {
            keys = found;
            longest = inside;
            told = forms;
          }
      }
      if (keys == nullptr) continue;
      Idea idea;
      idea.word = told;
      idea.concepts = *keys;
      idea.source = longest.front()->source;
      if (longest.front()->token->upos == Upos::verb) idea.kind = Idea::Kind::act;
      idea.light = is_light(idea);
      place(std::move(idea), longest);
      i += longest.size() - 1;
    }
  }

  bool is_light(const Idea& idea) const {
    return !idea.concepts.empty() &&
           std::all_of(idea.concepts.begin(), idea.concepts.end(), [&](uint16_t key) {
             return std::find(light_concepts.begin(), light_concepts.end(), words_.concepts.names[key]) !=
                    light_concepts.end();
           });
  }

  void idea(Term& word) {
    const Upos upos = word.token->upos;
    const bool content = upos == Upos::noun || upos == Upos::verb || upos == Upos::adj ||
                         upos == Upos::propn || upos == Upos::adv || upos == Upos::x || upos == Upos::unknown;
    if (!content || word.time || word.measure || (word.figure && !word.counted && upos != Upos::noun)) return;
    if (word.figure && !word.counted && any_of(word.form, {"least", "moins", "plus", "most", "environ"}))
      return;
    const size_t list = out_.language == Language::english ? 1 : 0;
    // «né» is no «ne».
    const bool accented = word.form == "ne" && document_.words(word.token->span).size() > 2;
    if (!accented && (words_.lexicon.small_words[list].contains(word.form) ||
                      words_.lexicon.negations[list].contains(word.form)))
      return;
    if (any_of(word.lemma, {"etre", "avoir", "be", "have", "do", "faire", "pouvoir", "devoir", "aller"}))
      return;
    Idea idea;
    idea.word = document_.words(word.token->span);
    idea.source = word.source;
    idea.counted = word.figure;
    idea.folded = word.lemma;
    add_words(idea, word);
    if (accented) idea.keys.push_back("ne/");
    if (upos == Upos::propn || upos == Upos::x) idea.keys.push_back("s:" + bones(word.form));
    if (idea.keys.empty() && idea.concepts.empty()) return;
    idea.kind = upos == Upos::verb                       ? Idea::Kind::act
                : upos == Upos::adj || upos == Upos::adv ? Idea::Kind::quality
                                                         : Idea::Kind::thing;
    if (upos == Upos::propn) {
      idea.kind = Idea::Kind::body;
      idea.keys.push_back("n:" + name_key(word.form, words_.lexicon));
    }
    idea.light = is_light(idea) || word.cue || upos == Upos::adv;
    place(std::move(idea), {&word});
  }

  void place(Idea idea, const std::vector<Term*>& inside) {
    const auto id = static_cast<uint32_t>(out_.ideas.size());
    for (const Term* word : inside) idea_of_[word->index] = id;
    // The head of the words: the one that depends on something outside of them.
    const Term* head = inside.front();
    for (const Term* word : inside)
      if (word->token->head < 0 || std::none_of(inside.begin(), inside.end(), [&](const Term* other) {
            return static_cast<int32_t>(other->index) == word->token->head;
          }))
        head = word;
    heads_.push_back(head);
    out_.ideas.push_back(std::move(idea));
  }

  uint32_t idea_at(int32_t token) const {
    const auto found = idea_of_.find(static_cast<uint32_t>(token));
    return token < 0 || found == idea_of_.end() ? no_idea : found->second;
  }

  void structure() {
    for (uint32_t i = 0; i < out_.ideas.size(); ++i) {
      Idea& idea = out_.ideas[i];
      const Token* token = heads_[i]->token;
      int32_t head = token->head;
      for (int steps = 0; steps < 8 && head >= 0 && (idea_at(head) == no_idea || idea_at(head) == i); ++steps)
        head = document_.tokens[static_cast<size_t>(head)].head;
      idea.governor = head >= 0 ? idea_at(head) : no_idea;
      idea.modifier = token->relation == Relation::compound;
      switch (token->relation) {
        case Relation::nsubj:
        case Relation::obl_agent:
          idea.role = Idea::Role::actor;
          break;
        case Relation::obj:
        case Relation::nsubj_pass:
          idea.role = Idea::Role::target;
          break;
        default:
          break;
      }
    }
    for (const Term& word : all_) determiner(word);
    // «Israël accuse le Hamas d'avoir rompu la trêve»: the Hamas did it.
    for (uint32_t i = 0; i < out_.ideas.size(); ++i) {
      const uint32_t above = out_.ideas[i].governor;
      if (out_.ideas[i].kind != Idea::Kind::act || above == no_idea ||
          player(i, Idea::Role::actor) != no_idea)
        continue;
      if (heads_[above]->lemma != "accuser" && heads_[above]->lemma != "accuse") continue;
      const uint32_t accused = player(above, Idea::Role::target);
      if (accused == no_idea) continue;
      out_.ideas[accused].governor = i;
      out_.ideas[accused].role = Idea::Role::actor;
    }
  }

  uint32_t player(uint32_t act, Idea::Role role) const {
    for (uint32_t k = 0; k < out_.ideas.size(); ++k)
      if (out_.ideas[k].governor == act && out_.ideas[k].role == role) return k;
    return no_idea;
  }

  void determiner(const Term& word) {
    const uint32_t governed = idea_at(word.token->head);
    if (governed == no_idea) return;
    Idea& idea = out_.ideas[governed];
    if (word.token->relation == Relation::det || word.token->upos == Upos::det) {
      if (any_of(word.form, {"un", "une", "des", "a", "an", "aucun", "aucune", "no", "some"}))
        idea.indefinite = true;
      else
        idea.definite = true;
    }
    // «C'est Israël qui a rompu la trêve»
    if (word.token->relation == Relation::nsubj && any_of(word.form, {"qui", "who", "which", "that"})) {
      const uint32_t relative = idea_at(document_.tokens[static_cast<size_t>(word.token->head)].head);
      if (relative == no_idea || relative == governed) return;
      out_.ideas[relative].governor = governed;
      out_.ideas[relative].role = Idea::Role::actor;
    }
  }

  void negation() {
    int count = 0;
    bool only = false;
    for (size_t i = 0; i < all_.size(); ++i) {
      const Term& word = all_[i];
      const std::string& next = i + 1 < all_.size() ? all_[i + 1].form : word.form;
      if (out_.language == Language::english) {
        if (any_of(word.form, {"not", "no", "never", "nobody", "none", "nothing", "neither", "without",
                               "cannot", "n't"}) ||
            (word.form == "yet" && next == "to") ||
            (any_of(word.lemma, {"deny", "fail", "lack"}) && !word.source))
          ++count;
        only = only || (word.form == "not" && next == "only");
      } else {
        if (any_of(word.form, {"pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "nullement",
                               "non", "ni"}) &&
            !(word.form == "personne" && !has_ne()) && !word.counted)
          ++count;
        if (any_of(word.lemma, {"dementir", "nier"})) ++count;
        only = only || (word.form == "non" && next == "seulement");
      }
      if (any_of(word.form,
                 {"premier", "initial", "initially", "provisoire", "provisional", "first", "preliminary"}) &&
          !word.time)
        out_.first_count = true;
      if (any_of(word.form, {"autres", "other", "more", "supplementaires", "nouveaux", "another"}) &&
          word.figure)
        out_.more_of_it = true;
    }
    out_.negated = count > 0 && !only;
    // «P, et non Q», "P, not Q" asserts P; «rejeter un texte» denies nothing.
    if (out_.status == ClaimStatus::denied && std::any_of(all_.begin(), all_.end(), [](const Term& term) {
          return term.cue && any_of(term.lemma, {"dementir", "nier", "contester", "refuter", "deny", "refute",
                                                 "dispute", "denier"});
        }))
      out_.negated = true;
  }

  // Done, to come, or told with reserve: «aurait remis» is rumour, but «a assuré que … serait» is the future.
  void tense() {
    for (size_t i = 0; i < all_.size(); ++i) {
      const Term& term = all_[i];
      const Features features = term.token->features;
      const bool verb = term.token->upos == Upos::verb || term.token->upos == Upos::aux;
      if (term.cue || term.source) continue;
      if (out_.language == Language::english) {
        if (any_of(term.form, {"will", "would", "shall", "'ll", "may", "might", "could", "should", "won't"}))
          out_.ahead = true;
        if (any_of(term.lemma,
                   {"expect", "plan", "intend", "want", "hope", "forecast", "promise", "vow", "pledge"}))
          out_.ahead = true;
        if (any_of(term.form, {"may", "might", "reportedly", "allegedly", "apparently"}) &&
            out_.status == ClaimStatus::asserted)
          out_.status = ClaimStatus::hedged;
      } else {
        if (verb && (features & tense_future) != 0) out_.ahead = true;
        if (verb &&
            any_of(term.lemma,
                   {"devoir", "vouloir", "prevoir", "compter", "esperer", "promettre", "pouvoir"}) &&
            (features & form_infinitive) == 0)
          out_.ahead = true;
        if (verb && (features & mood_conditional) != 0) {
          if (reported_)
            out_.ahead = true;
          else if (out_.status == ClaimStatus::asserted)
            out_.status = ClaimStatus::hedged;
        }
      }
      if (term.token->upos == Upos::verb && (features & tense_past) != 0) out_.past = true;
    }
    if (out_.status == ClaimStatus::planned) out_.ahead = true;
    if (out_.ahead) out_.past = false;
  }

  bool has_ne() const {
    return std::any_of(all_.begin(), all_.end(), [](const Term& word) {
      return any_of(word.form, {"ne", "n'", "n", "n’"});
    });
  }

  void amounts() {
    each_within(document_.figures, [&](const Figure& figure) {
      if (!span_.contains(figure.span) || figure.rejected) return;
      Amount amount{figure, {}, figure.span};
      for (const Term& word : all_)
        if (figure.what.contains(word.token->span) ||
            (figure.span.contains(word.token->span) && !word.figure))
          if (idea_of_[word.index] != no_idea) amount.what.push_back(idea_of_[word.index]);
      out_.amounts.push_back(std::move(amount));
    });
    for (const Term& word : all_)
      if (!word.figure && !word.time && !word.source && !word.form.empty() &&
          std::all_of(word.form.begin(), word.form.end(), [](char c) { return c >= '0' && c <= '9'; }))
        out_.numbers.push_back(word.form);
  }

  void moments() {
    each_within(document_.times, [&](const Time& time) {
      if (!span_.contains(time.span) || time.rejected || time.type == TimeType::duration ||
          time.type == TimeType::set)
        return;
      Moment moment;
      moment.word = document_.words(time.span);
      const int day = weekday(utf8::fold(moment.word));
      // Without a date of publication, «lundi» may be any Monday.
      if (out_.as_of.empty() && day >= 0)
        moment.weekday = day;
      else
        moment.days = timex::interval(time.value);
      if (const size_t t = time.value.find('T'); t != std::string::npos && time.value.size() >= t + 3 &&
                                                 time.value[t + 1] >= '0' && time.value[t + 1] <= '9')
        moment.clock = time.value.substr(t + 1);
      if (!moment.days) moment.weekday = day;
      out_.moments.push_back(std::move(moment));
    });
  }

  static int weekday(const std::string& words) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> days = {
        {{"lundi", "monday"},
         {"mardi", "tuesday"},
         {"mercredi", "wednesday"},
         {"jeudi", "thursday"},
         {"vendredi", "friday"},
         {"samedi", "saturday"},
         {"dimanche", "sunday"}}};
    for (size_t i = 0; i < days.size(); ++i)
      if (words.find(days[i].first) != std::string::npos || words.find(days[i].second) != std::string::npos)
        return static_cast<int>(i);
    return -1;
  }

  const Document& document_;
  Span span_;
  const ReadingWords& words_;
  Reading out_;
  bool reported_ = false;  // «a assuré que»
  std::vector<Term> all_;
  std::map<uint32_t, uint32_t> idea_of_;
  std::vector<const Term*> heads_;
};

}  // namespace

Reading read_claim(const Document& document, Span span, const ReadingWords& words) {
  return Reader(document, span, words).read();
}

}  // namespace recoupe::compare
