#include "compare/story_features.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace recoupe::compare {
namespace {

constexpr double name_boost = 2;        // over common words, of which every article has hundreds
constexpr double press_articles = 300;  // how much the press at large counts beside these articles
constexpr double title_words = 3, figure_words = 2;  // how many words of the text they count for

constexpr double rare_holders = 12, rare_share = 0.002;  // a long story's names are in many of its articles

struct Raw {
  uint64_t key;
  float count;
  bool name;
  bool capital = false;
};

double kind_weight(const DossierEntity& entity) {
  switch (entity.kind) {
    case EntityKind::person:
      return 1.6;
    case EntityKind::place:
      return entity.iso.empty() ? 1.6 : 0.5;  // half of the news is in France
    case EntityKind::media:
      return 0;
    default:
      return 1.2;
  }
}

// A French word counts under each of its translations, together as much as one word.
void add_words(std::vector<Raw>& out, const Content& content, double times) {
  for (const auto& word : content.words) {
    const size_t first = word.size() > 1 ? 1 : 0;
    const auto each = static_cast<float>(times / std::sqrt(static_cast<double>(word.size() - first)));
    for (size_t i = first; i < word.size(); ++i) out.push_back({hash_of(word[i]), each, false});
  }
}

// Capitalised words behind another one of their sentence, where a capital is a name's.
void add_names(std::vector<Raw>& out, std::string_view text) {
  bool inside = false;
  std::string key;
  for (const Word& word : words_of(text)) {
    const utf8::Decoded before = utf8::decode_before(text, word.span.begin);
    const std::string_view gap =
        word.span.begin >= 2 ? text.substr(word.span.begin - 2, 2) : std::string_view();
    if (gap.find_first_of(".!?:\n\"") != std::string_view::npos || before.code_point == U'«') inside = false;
    if (inside && word.span.size() > 2 && utf8::is_upper(utf8::decode(text, word.span.begin).code_point)) {
      key = "^" + utf8::fold(slice(text, word.span));
      out.push_back({hash_of(key), 1, false, true});
    }
    inside = true;
  }
}

bool is_year(const std::string& number) {
  return number.size() == 4 && (number[0] == '1' || number[0] == '2');
}

std::vector<Raw> raw_features(const Document& document, const std::vector<DossierEntityId>& of,
                              const std::vector<DossierEntity>& list, const Lexicon& lexicon) {
  std::vector<Raw> out;
  const Content content = content_of(document.text, document.language, lexicon);
  add_words(out, content, 1);
  add_words(out, content_of(document.title, document.language, lexicon), title_words);
  for (const std::string& number : content.numbers)
    if (number.size() >= 3 && !is_year(number))
      out.push_back({hash_of("#" + number), static_cast<float>(figure_words), false});
  add_names(out, document.text);
  for (const Mention& mention : document.mentions) {
    if (mention.entity.value >= document.entities.size()) continue;
    const DossierEntityId id = of[mention.entity.value];
    const double weight = kind_weight(list[id.value]);
    if (weight > 0)
      out.push_back({hash_of("@" + std::to_string(id.value)), static_cast<float>(weight), true});
  }
  // One of each, its counts together.
  std::sort(out.begin(), out.end(), [](const Raw& a, const Raw& b) { return a.key < b.key; });
  size_t kept = 0;
  for (size_t i = 0; i < out.size(); ++i) {
    if (kept > 0 && out[kept - 1].key == out[i].key)
      out[kept - 1].count += out[i].count;
    else
      out[kept++] = out[i];
  }
  out.resize(kept);
  return out;
}

}  // namespace

uint32_t FeatureTable::id_of(uint64_t key, const Lexicon& lexicon) {
  const auto [place, fresh] = ids_.try_emplace(key, static_cast<uint32_t>(holders_.size()));
  if (fresh) {
    holders_.emplace_back();
    const auto share = lexicon.press_shares.find(key);
    shares_.push_back(share == lexicon.press_shares.end() ? 0 : share->second);
  }
  return place->second;
}

FeatureTable::FeatureTable(const std::vector<Document>& articles, const Entities& entities,
                           const Lexicon& lexicon) {
  for (uint32_t i = 0; i < articles.size(); ++i) {
    Features features;
    for (const Raw& raw : raw_features(articles[i], entities.of[i], entities.list, lexicon)) {
      const uint32_t id = id_of(raw.key, lexicon);
      holders_[id].push_back(i);
      features.push_back(
          {id, static_cast<float>(1 + std::log(std::max(1.0f, raw.count))), raw.name, raw.capital});
    }
    std::sort(features.begin(), features.end(),
              [](const Feature& a, const Feature& b) { return a.id < b.id; });
    features.shrink_to_fit();
    all_.push_back(std::move(features));
  }
  weigh();
}

void FeatureTable::weigh() {
  const double articles = static_cast<double>(all_.size());
  std::vector<float> rarity(holders_.size());
  for (size_t id = 0; id < holders_.size(); ++id)
    rarity[id] = static_cast<float>(
        std::log((articles + press_articles) / (static_cast<double>(holders_[id].size()) +
                                                press_articles * static_cast<double>(shares_[id]) + 0.5)));
  for (Features& features : all_) {
    double plain = 0, boosted = 0;
    for (Feature& feature : features) {
      feature.weight *= rarity[feature.id];
      feature.rare = feature.rare && shares_[feature.id] == 0 &&
                     static_cast<double>(holders_[feature.id].size()) <= rare_holders + articles * rare_share;
      const double square = static_cast<double>(feature.weight) * static_cast<double>(feature.weight);
      plain += square;
      boosted += feature.name ? name_boost * name_boost * square : square;
    }
    plain_.push_back(plain);
    boosted_.push_back(boosted);
  }
}

Likeness FeatureTable::likeness(uint32_t a, uint32_t b) const {
  Likeness out;
  double words = 0, names = 0;
  auto x = all_[a].begin();
  auto y = all_[b].begin();
  while (x != all_[a].end() && y != all_[b].end()) {
    if (x->id == y->id) {
      (x->name ? names : words) += static_cast<double>(x->weight) * static_cast<double>(y->weight);
      out.rare_names += x->rare && y->rare ? 1 : 0;
      ++x;
      ++y;
    } else {
      x->id < y->id ? ++x : ++y;
    }
  }
  const auto cosine = [&](double boost, double length_a, double length_b) {
    return length_a > 0 && length_b > 0 ? (words + boost * boost * names) / std::sqrt(length_a * length_b)
                                        : 0;
  };
  out.cosine = std::max(cosine(1, plain_[a], plain_[b]), cosine(name_boost, boosted_[a], boosted_[b]));
  return out;
}

}  // namespace recoupe::compare
