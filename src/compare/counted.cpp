#include "compare/counted.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "compare/figure_context.hpp"
#include "compare/stories.hpp"

namespace recoupe::compare {
namespace {

class Collector {
 public:
  explicit Collector(const Setting& setting) : setting_(setting) {}

  Counted counted(Claim claim) const {
    const Document& document = setting_.articles[claim.article];
    const Figure& figure = document.figures[claim.index];
    Counted out{};
    out.claim = claim;
    out.reference = reference(setting_, claim, figure.attribution);
    out.figure = &figure;
    const Span sentence = sentence_around(document, figure.span);
    const std::string giver = figure.attribution.empty() || figure.attribution.front().name.empty()
                                  ? giver_in_words(document, claim.index, sentence)
                                  : figure.attribution.front().name;
    out.speaker = utf8::fold(giver);
    out.party = content_of(giver, document.language, setting_.lexicon);
    out.category = people_who_left(document, figure, sentence) ? FigureCategory::displaced : figure.category;
    for (const Word& word : words_of(document.words(figure.span)))
      out.words.insert(utf8::fold(slice(document.words(figure.span), word.span)));
    out.denied = denied_number(document, figure, sentence);
    out.sentence = sentence;
    out.whole = is_whole(document, claim.index) || is_known(document, figure.span);
    out.as_of = as_of(document, figure, sentence);
    out.what = content_of(document.words(figure.what), document.language, setting_.lexicon);
    std::string around(document.words(Span{sentence.begin, figure.span.begin}));
    around += ' ';
    around += document.words(Span{figure.span.end, std::max(sentence.end, figure.span.end)});
    out.context = content_of(around, document.language, setting_.lexicon);
    out.places = places(claim, sentence);
    for (const uint32_t place : out.places)
      if (const std::string& country = setting_.entities.list[place].country; !country.empty())
        out.countries.insert(country);
    if (figure.place.value >= document.entities.size()) {
      out.side = side_in_words(document, claim.index, sentence, setting_.lexicon);
      if (!out.side.empty()) out.countries = {out.side};
    }
    if (out.side.empty() && out.places.size() == 1)
      for (const uint32_t place : out.places)
        if (is_country(place)) out.side = setting_.entities.list[place].country;
    out.paragraph = paragraph(document, figure.span);
    return out;
  }

 private:
  // «Italie» itself, not a town in it.
  bool is_country(uint32_t place) const {
    const DossierEntity& entity = setting_.entities.list[place];
    return !entity.country.empty() && entity.iso == entity.country;
  }

  // The day of publication, unless the sentence begins with an earlier one: «La veille, on comptait …».
  static std::string as_of(const Document& document, const Figure& figure, Span sentence) {
    const std::string published = document.published ? document.published->value : std::string();
    for (const Time& time : document.times) {
      if (time.span.begin > sentence.begin + 8) break;
      if (time.span.begin < sentence.begin || time.span.end > figure.span.begin) continue;
      if (time.rejected || time.type != TimeType::date || !day_number(time.value)) continue;
      const std::string day = time.value.substr(0, 10);
      if (published.empty() || day < published.substr(0, 10)) return day;
    }
    return published;
  }

  std::set<uint32_t> places(Claim claim, Span sentence) const {
    const Document& document = setting_.articles[claim.article];
    const Figure& figure = document.figures[claim.index];
    const auto entity = [&](EntityId id) { return setting_.entities.of[claim.article][id.value].value; };
    if (figure.place.value < document.entities.size()) return {entity(figure.place)};
    // The places that follow, up to the next figure; those before it only if no other figure stands between.
    uint32_t begin = sentence.begin, end = sentence.end;
    if (claim.index > 0 && document.figures[claim.index - 1].span.end > begin) begin = figure.span.begin;
    if (claim.index + 1 < document.figures.size())
      end = std::min(end, std::max(figure.span.end, document.figures[claim.index + 1].span.begin));
    std::set<uint32_t> out;
    auto mention = std::lower_bound(document.mentions.begin(), document.mentions.end(), begin,
                                    [](const Mention& m, uint32_t at) { return m.span.begin < at; });
    for (; mention != document.mentions.end() && mention->span.begin < end; ++mention)
      if (!mention->rejected && mention->entity.value < document.entities.size() &&
          mention->use == EntityKind::place &&
          document.entities[mention->entity.value].kind == EntityKind::place)
        out.insert(entity(mention->entity));
    return out;
  }

  static Span paragraph(const Document& document, Span span) {
    const size_t before = document.text.rfind('\n', span.begin);
    const size_t after = document.text.find('\n', span.end);
    return {before == std::string::npos ? 0 : static_cast<uint32_t>(before),
            static_cast<uint32_t>(std::min(after, document.text.size()))};
  }

  const Setting& setting_;
};

}  // namespace

bool is_toll(FigureCategory category) {
  return category == FigureCategory::killed || category == FigureCategory::injured ||
         category == FigureCategory::missing || category == FigureCategory::displaced ||
         category == FigureCategory::arrested;
}

Counted counted_of(const Setting& setting, Claim claim) {
  return Collector(setting).counted(claim);
}

}  // namespace recoupe::compare
