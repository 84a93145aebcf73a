#include "quotes/givers.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "quotes/scan.hpp"

namespace recoupe::quotes {
namespace {

// What stands before a giver: «à l'AFP», «sur Twitter», «diffusées par Irib», «told LA Weekly».
constexpr std::array<std::string_view, 9> before_giver = {"à",    "au",  "aux", "sur", "auprès",
                                                          "avec", "par", "via", "dans"};
constexpr std::array<std::string_view, 7> before_giver_english = {"to",   "by",   "on",   "with",
                                                                  "told", "tell", "tells"};

bool in(const auto& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The word that governs a name, over articles and adjectives: «auprès de l'Agence X», «sur le réseau social
// Y».
bool given_through(const Scan& scan, uint32_t at) {
  uint32_t k = at;
  for (int steps = 0; steps < 5 && k > scan.sentence.begin; ++steps) {
    --k;
    const Word& w = scan.word(k);
    if (w.kind == WordKind::quote) continue;  // «au « 20 Heures » de TF1»
    if (w.kind != WordKind::word) return false;
    if (scan.lexicon.english ? in(before_giver_english, w.form) : in(before_giver, w.form)) return true;
    if (scan.finite(k) || scan.is(k, class_coordinator | class_subordinator)) return false;
  }
  return false;
}

// «au Parisien», «aux Échos», «told LA Weekly»: media that no name stands for, by their form.
Attribution unnamed_medium(const Document& document, const Scan& scan, const Kin& kin, uint32_t i) {
  Attribution out;
  if (scan.lexicon.english ? !in(before_giver_english, scan.word(i).form)
                           : !scan.form(i, "au") && !scan.form(i, "aux"))
    return out;
  uint32_t end = i + 1;
  while (scan.capital(end) && end < i + 5) ++end;
  for (; end > i + 1; --end) {
    const Span span = scan.reading.span(i + 1, end);
    const std::string key = utf8::lower(document.words(span));
    if (scan.lexicon.english) {
      if (end < i + 3 || !kin.media_words.contains(scan.word(end - 1).form)) continue;
      out.name = std::string(document.words(span));
    } else if (const auto found = kin.article_media.find(key); found != kin.article_media.end()) {
      out.name = found->second;
    } else {
      continue;
    }
    out.mention = span;
    return out;
  }
  return out;
}

}  // namespace

std::vector<Attribution> givers(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                                const Kin& kin, const Told& told, const Cue& cue,
                                const Attribution& speaker) {
  std::vector<Attribution> out;
  const Clause& sentence = reading.sentences[cue.sentence];
  const Scan scan{reading, lexicon, told.cues, {sentence.begin, sentence.end}};
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Word& word = scan.word(i);
    if (Attribution medium = unnamed_medium(document, scan, kin, i); !medium.name.empty()) {
      const bool inside = std::any_of(told.contents.begin(), told.contents.end(),
                                      [&](const Content& content) { return content.words.contains(i); });
      const bool named = i + 1 < sentence.end && scan.word(i + 1).mention >= 0 &&
                         document.mentions[scan.word(i + 1).mention].entity &&
                         document.entities[document.mentions[scan.word(i + 1).mention].entity.value].kind ==
                             EntityKind::media;
      if (!inside && !named) out.push_back(std::move(medium));
    }
    if (word.mention < 0 || word.kind == WordKind::quote) continue;
    const Mention& mention = document.mentions[word.mention];
    if (!mention.entity || mention.entity == speaker.entity) continue;
    const Entity& entity = document.entities[mention.entity.value];
    const bool platform = kin.platforms.contains(utf8::lower(entity.name));
    if (entity.kind != EntityKind::media && !platform) continue;
    const bool reported = std::any_of(told.contents.begin(), told.contents.end(),
                                      [&](const Content& content) { return content.words.contains(i); });
    if (reported) continue;
    // «dit-il selon la chaîne»: a source that reports nothing of its own.
    const bool sourced = std::any_of(told.cues.begin(), told.cues.end(), [&](const Cue& other) {
      return other.voice == Voice::source && other.subject.contains(i) && &other != &cue;
    });
    if (!sourced && !given_through(scan, i)) continue;
    Attribution giver;
    giver.name = entity.name;
    giver.entity = mention.entity;
    giver.role = entity.role;
    giver.mention = mention.span;
    const bool twice =
        std::any_of(out.begin(), out.end(), [&](const Attribution& a) { return a.entity == giver.entity; });
    if (!twice) out.push_back(giver);
  }
  // «annonce CNN se référant au général X»
  for (uint32_t i = cue.subject.begin; i < cue.subject.end; ++i) {
    const Word& word = reading.words[i];
    if (word.form != "référant" && word.form != "citant" && word.form != "citing" && word.form != "quoting")
      continue;
    for (uint32_t k = cue.subject.begin; k < i; ++k) {
      if (reading.words[k].mention < 0) continue;
      const Mention& mention = document.mentions[reading.words[k].mention];
      if (!mention.entity || mention.entity == speaker.entity) continue;
      const Entity& entity = document.entities[mention.entity.value];
      if (entity.kind == EntityKind::media || entity.kind == EntityKind::organisation)
        out.push_back({entity.name, mention.entity, entity.role, mention.span, {}});
    }
  }
  // «des secouristes cités par Il Ponente», «un accord cité par des sources russes»
  for (size_t k = 0; k < told.cues.size(); ++k) {
    const Cue& other = told.cues[k];
    if (other.voice != Voice::participle || &other == &cue || !other.verb || told.speakers[k].name.empty())
      continue;
    if (other.verb->lemma != "citer" && other.verb->lemma != "relayer" && other.verb->lemma != "cite" &&
        other.verb->lemma != "quote")
      continue;
    const bool twice = told.speakers[k].name == speaker.name ||
                       std::any_of(out.begin(), out.end(),
                                   [&](const Attribution& a) { return a.name == told.speakers[k].name; });
    if (!twice) out.push_back(told.speakers[k]);
  }
  // «According to ABC News, Basya believes P»: the source tells of somebody who tells.
  for (size_t k = 0; k < told.cues.size(); ++k) {
    const Cue& other = told.cues[k];
    if (other.voice != Voice::source || &other == &cue || told.speakers[k].name.empty() ||
        other.group.begin > cue.group.begin)
      continue;
    const bool reports = std::any_of(told.contents.begin(), told.contents.end(),
                                     [&](const Content& content) { return content.cue == k; });
    const bool twice = std::any_of(out.begin(), out.end(),
                                   [&](const Attribution& a) { return a.name == told.speakers[k].name; });
    if (!reports && !twice && told.speakers[k].name != speaker.name) out.push_back(told.speakers[k]);
  }
  // «Amaq annonce que, selon ses sources, P»: whoever tells of a source that tells is a giver.
  if (cue.voice == Voice::source && cue.group.begin > sentence.begin) {
    uint32_t before = cue.group.begin - 1;
    if (scan.kind(before, WordKind::comma) && before > sentence.begin) --before;
    if (scan.that(before))
      for (size_t k = 0; k < told.cues.size(); ++k)
        if (told.cues[k].group.end <= before && told.cues[k].voice == Voice::active &&
            !told.speakers[k].name.empty())
          out.push_back(told.speakers[k]);
  }
  return out;
}

}  // namespace recoupe::quotes
