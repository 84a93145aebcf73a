// What the trained model sees of each word of an article.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.hpp"
#include "names/model.hpp"
#include "weights/hashing.hpp"

namespace recoupe::names {
namespace {

using weights::hash_bytes;

enum Seed : uint32_t { seed_key = 401, seed_form, seed_shape, seed_ending, seed_lemma, seed_rule };

// «d'Ivoire» → "x'Xx", «MU-2B» → "X-9X"
uint32_t detailed_shape(std::string_view form) {
  char out[8];
  size_t count = 0, letters = 0;
  for (size_t at = 0; at < form.size(); ++letters) {
    const auto d = utf8::decode(form, at);
    at += d.size;
    const char32_t c = d.code_point;
    const char kind = utf8::is_upper(c)    ? 'X'
                      : utf8::is_letter(c) ? 'x'
                      : utf8::is_digit(c)  ? '9'
                      : c < 0x80           ? static_cast<char>(c)
                                           : '#';
    if (count < sizeof(out) && (count == 0 || out[count - 1] != kind)) out[count++] = kind;
  }
  return hash_bytes({out, count}, seed_shape + (letters == 1 ? 50 : letters < 4 ? 51 : 0));
}

uint32_t gazetteer_class(const gazetteer::Place& place) {
  const uint32_t size = place.population >= 500000 ? 0 : place.population >= 50000 ? 1 : 2;
  return static_cast<uint32_t>(place.kind) * 8 + size * 2 + (place.by_hand ? 1 : 0);
}

uint32_t part_in(size_t i, size_t first, size_t last) {
  return static_cast<uint32_t>(first == last ? Part::single
                               : i == first  ? Part::begin
                               : i == last   ? Part::end
                                             : Part::inside);
}

uint32_t lists_of(const Finder& f, size_t i) {
  const std::string& key = f.key(i);
  return (f.lists.common.contains(key) ? 1u : 0) | (f.lists.not_names.contains(key) ? 2u : 0) |
         (f.seen_small.contains(key) ? 4u : 0) | (f.seen_capital.contains(key) ? 8u : 0) |
         (f.words[i].head ? 16u : 0) | (f.lists.tails.contains(key) ? 32u : 0);
}

uint32_t roles_of(const Finder& f, size_t i) {
  uint32_t out = 0;
  if (const auto found = f.all.first_names.find(f.key(i)); found != f.all.first_names.end())
    out |= found->second == 'm' ? 1u : found->second == 'f' ? 2u : 3u;
  if (f.demonym(i)) out |= 4;
  if (const auto found = f.lists.titles.find(f.key(i)); found != f.lists.titles.end())
    out |= found->second.civil ? 8u : 16u;
  for (size_t k = 0; k < 2; ++k) {
    const auto found = f.all.languages[k].heads.find(f.key(i));
    if (found == f.all.languages[k].heads.end()) continue;
    out |= (1u + static_cast<uint32_t>(found->second.kind)) << (k == (f.french ? 0u : 1u) ? 8 : 12);
  }
  return out;
}

class Looker {
 public:
  Looker(const Finder& f, const std::vector<Found>& proposals) : f_(f), sights_(f.words.size()) {
    for (size_t i = 0; i < f.words.size(); ++i) {
      set_letters(i);
      sights_[i].lists = lists_of(f, i);
      sights_[i].roles = roles_of(f, i);
      sights_[i].locative = static_cast<uint32_t>(f.locative(i));
    }
    set_dictionaries();
    for (const Found& item : proposals)
      for (size_t k = item.first; k <= item.last; ++k) {
        Sight& sight = sights_[k];
        if (item.inner && sight.proposal != 0) continue;
        sight.proposal = 1 + static_cast<uint32_t>(item.kind) * 4 + part_in(k, item.first, item.last);
        sight.rule = hash_bytes(item.rule, seed_rule);
      }
    set_runs();
    set_syntax();
  }

  std::vector<Line> lines() {
    std::vector<Line> out;
    for (size_t first = 0; first < sights_.size();) {
      size_t end = first + 1;
      while (end < sights_.size() && f_.words[end].before != '\n') ++end;
      Line line{first, end, std::vector<Sight>(margin, border(1))};
      // few words, or no full stop: a headline
      const bool short_line = end - first < 16;
      for (size_t i = first; i < end; ++i) {
        sights_[i].line = (first == 0 ? 4u : 0) + (short_line ? 2u : 0) + (i == first ? 1u : 0);
        line.sights.push_back(sights_[i]);
      }
      line.sights.insert(line.sights.end(), margin, border(2));
      out.push_back(std::move(line));
      first = end;
    }
    return out;
  }

 private:
  static Sight border(uint32_t which) {
    Sight out;
    out.key = out.form = out.shape = out.upos = out.lists = out.before = 100 + which;
    return out;
  }

  void set_letters(size_t i) {
    const std::string_view form = f_.text(i, i).substr(0, 80);
    const std::string_view key = std::string_view(f_.key(i)).substr(0, 80);
    Sight& sight = sights_[i];
    sight.key = hash_bytes(key, seed_key);
    sight.form = hash_bytes(form, seed_form);
    sight.shape = detailed_shape(form);
    for (uint32_t k = 0; k < 3; ++k)
      sight.suffix[k] =
          hash_bytes(key.substr(key.size() - std::min<size_t>(k + 2, key.size())), seed_ending + 10 * k);
    for (uint32_t k = 0; k < 2; ++k)
      sight.prefix[k] = hash_bytes(key.substr(0, k + 2), seed_ending + 100 + k);
    sight.before = static_cast<unsigned char>(f_.words[i].before);
  }

  void set_dictionaries() {
    for (size_t i = 0, done = 0; i < sights_.size(); ++i) {
      if (i < done || !f_.named(i)) continue;
      if (const auto found = gazetteer_place(f_, i)) {
        if (const auto place = f_.place(found->first, found->last))
          for (size_t k = i; k <= found->last; ++k)
            sights_[k].gazetteer = 1 + gazetteer_class(*place) * 4 + part_in(k, i, found->last);
        done = found->last + 1;
      }
    }
    for (size_t i = 0, done = 0; i < sights_.size(); ++i) {
      if (i < done) continue;
      if (const auto found = known_name(f_, i)) {
        for (size_t k = i; k <= found->last; ++k)
          sights_[k].known = 1 + static_cast<uint32_t>(found->kind) * 4 + part_in(k, i, found->last);
        done = found->last + 1;
      }
    }
  }

  void set_runs() {
    uint32_t noun = 0;
    for (size_t i = 0; i < sights_.size();) {
      if (f_.words[i].before == '\n' || f_.words[i].before == '.') noun = 0;
      if (!f_.named(i)) {
        sights_[i].noun = noun;
        if (f_.words[i].shape == Shape::lower && f_.key(i).size() > 3) noun = sights_[i].key;
        ++i;
        continue;
      }
      size_t last = i;
      while (f_.joined(last + 1) && f_.named(last + 1)) ++last;
      for (size_t k = i; k <= last; ++k) {
        sights_[k].run =
            static_cast<uint32_t>(std::min<size_t>(last - i + 1, 6) * 8 + std::min<size_t>(k - i, 6));
        sights_[k].run_first = sights_[i].key;
        sights_[k].run_last = sights_[last].key;
        sights_[k].noun = noun;
      }
      i = last + 1;
    }
  }

  // The token under each word, its part of speech, and what stands above the name in the tree.
  void set_syntax() {
    const std::vector<Token>& tokens = f_.document.tokens;
    size_t at = 0;
    for (size_t i = 0; i < sights_.size(); ++i) {
      const Span span = f_.words[i].span;
      while (at < tokens.size() && tokens[at].span.end <= span.begin) ++at;
      if (at == tokens.size()) return;
      if (tokens[at].span.begin >= span.end) continue;
      sights_[i].upos = static_cast<uint32_t>(tokens[at].upos);
      const Token* token = &tokens[at];
      for (int steps = 0; steps < 4 && token->head >= 0; ++steps) {
        const Token& head = tokens[static_cast<size_t>(token->head)];
        const bool within = head.upos == Upos::propn && f_.words[i].named();
        if (!within) break;
        token = &head;
      }
      sights_[i].relation = static_cast<uint32_t>(token->relation);
      if (token->head >= 0)
        sights_[i].head = hash_bytes(f_.document.lemma(tokens[static_cast<size_t>(token->head)]), seed_lemma);
    }
  }

  const Finder& f_;
  std::vector<Sight> sights_;
};

struct Counts {
  std::array<uint16_t, 1 + sorts> kinds{};  // 0: no name
  std::array<uint16_t, 4> parts{};
};

void count(Counts& counts, uint32_t tag, int by) {
  uint16_t& kind = counts.kinds[tag == 0 ? 0 : 1 + static_cast<uint32_t>(sort_of(tag))];
  kind = static_cast<uint16_t>(kind + by);
  if (tag == 0) return;
  uint16_t& part = counts.parts[static_cast<uint32_t>(part_of(tag))];
  part = static_cast<uint16_t>(part + by);
}

uint32_t summary(const Counts& counts) {
  const auto best = std::max_element(counts.kinds.begin(), counts.kinds.end());
  if (*best == 0) return 1;
  uint32_t total = 0;
  for (const uint16_t n : counts.kinds) total += n;
  const auto kind = static_cast<uint32_t>(best - counts.kinds.begin());
  const auto part = static_cast<uint32_t>(std::max_element(counts.parts.begin(), counts.parts.end()) -
                                          counts.parts.begin());
  return 2 + (kind * 4 + (kind == 0 ? 0 : part)) * 4 + (*best == total ? 0u : 1u) + (total >= 3 ? 2u : 0u);
}

}  // namespace

std::vector<Line> lines_of(const Finder& finder, const std::vector<Found>& proposals) {
  return Looker(finder, proposals).lines();
}

void set_elsewhere(const Finder& f, const std::vector<uint8_t>& tags, std::vector<Line>& lines) {
  std::unordered_map<std::string_view, Counts> counts;  // only looked up
  const auto counted = [&](size_t i) { return f.named(i) && f.key(i).size() > 1; };
  for (size_t i = 0; i < tags.size(); ++i)
    if (counted(i)) {
      Counts& c = counts[f.key(i)];
      if (c.kinds[0] < 60000) count(c, tags[i], 1);
    }
  for (Line& line : lines)
    for (size_t i = line.first; i < line.end; ++i) {
      if (!counted(i)) continue;
      Counts others = counts.at(f.key(i));
      count(others, tags[i], -1);
      line.sights[i - line.first + margin].elsewhere = summary(others);
    }
}

}  // namespace recoupe::names
