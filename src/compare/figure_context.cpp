#include "compare/figure_context.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t longest_giver = 90;    // bytes; more is a clause, not a name
constexpr uint32_t farthest_verb = 60;  // bytes between «avance» and the number that it gives

constexpr std::array<std::string_view, 6> definite = {" les ", " des ", " aux ", " ces ", " the ", " these "};

// From the figure before to the sentence's end or the next figure that is not its whole.
Span after(const Document& document, uint32_t index, Span sentence) {
  const Span figure = document.figures[index].span;
  uint32_t end = std::max(sentence.end, figure.end);
  for (size_t next = index + 1; next < document.figures.size() && document.figures[next].span.begin < end;
       ++next) {
    if (next == index + 1 && is_whole(document, static_cast<uint32_t>(next))) continue;
    end = std::max(figure.end, document.figures[next].span.begin);
  }
  return {figure.end, end};
}

Span before(const Document& document, uint32_t index, Span sentence) {
  const Span figure = document.figures[index].span;
  uint32_t begin = std::min(sentence.begin, figure.begin);
  if (index > 0) begin = std::max(begin, std::min(figure.begin, document.figures[index - 1].span.end));
  return {begin, figure.begin};
}

std::string_view trimmed(std::string_view words) {
  const size_t begin = words.find_first_not_of(" \n\t,;:–—-");
  if (begin == std::string_view::npos) return {};
  const size_t end = words.find_last_not_of(" \n\t,;:");
  return words.substr(begin, end - begin + 1);
}

// Folded words of a stretch, each where it stands in the document.
struct Folded {
  std::string text;
  Span span;
};
std::vector<Folded> folded_words(const Document& document, Span span) {
  std::vector<Folded> out;
  for (const Word& word : words_of(document.words(span))) {
    const Span at{span.begin + word.span.begin, span.begin + word.span.end};
    out.push_back({utf8::fold(document.words(at)), at});
  }
  return out;
}

bool stands_at(const std::vector<Folded>& words, size_t at, std::string_view phrase) {
  for (; !phrase.empty(); ++at) {
    const size_t blank = std::min(phrase.find(' '), phrase.size());
    if (at >= words.size() || words[at].text != phrase.substr(0, blank)) return false;
    phrase.remove_prefix(std::min(phrase.size(), blank + 1));
  }
  return true;
}

// The verbs that give a number, as they stand between the giver and the number.
constexpr std::array<std::string_view, 24> giving = {
    "avance",       "avancent",     "s en tient a", "s en tiennent a", "arrive a",  "arrivent a",
    "recense",      "recensent",    "denombre",     "denombrent",      "estime",    "estiment",
    "evalue",       "evaluent",     "chiffre",      "chiffrent",       "parle de",  "parlent de",
    "fait etat de", "font etat de", "put the",      "puts the",        "estimates", "estimated"};

std::string giver_before(const Document& document, uint32_t index, Span sentence) {
  const Span span = before(document, index, sentence);
  const std::string_view text = document.words(span);
  if (text.empty() || !utf8::is_upper(utf8::decode(trimmed(text), 0).code_point)) return {};
  const std::vector<Folded> words = folded_words(document, span);
  for (size_t i = 1; i < words.size(); ++i) {
    if (span.end - words[i].span.begin > farthest_verb + 20) continue;
    if (std::none_of(giving.begin(), giving.end(),
                     [&](std::string_view verb) { return stands_at(words, i, verb); }))
      continue;
    std::string_view head = trimmed(document.words(Span{span.begin, words[i].span.begin}));
    head = head.substr(0, std::min(head.find(','), head.size()));
    return head.size() <= longest_giver ? std::string(head) : std::string();
  }
  return {};
}

std::string giver_after(const Document& document, uint32_t index, Span sentence) {
  const Span span = after(document, index, sentence);
  const std::vector<Folded> words = folded_words(document, span);
  for (size_t i = 0; i < words.size(); ++i)
    for (const std::string_view by : {"selon", "d apres", "according to"}) {
      if (!stands_at(words, i, by)) continue;
      const size_t last = i + static_cast<size_t>(std::count(by.begin(), by.end(), ' '));
      std::string_view name = document.words(Span{words[last].span.end, span.end});
      name = trimmed(name.substr(0, std::min(name.find_first_of(",;.:()\n"), name.size())));
      return name.size() <= longest_giver ? std::string(name) : std::string();
    }
  return {};
}

std::string country_of(const std::string& word, const Lexicon& lexicon) {
  const auto found = lexicon.nationalities.find(word);
  return found == lexicon.nationalities.end() ? std::string() : found->second;
}

// «côté français», "French side"; «leur côté», "their side" is that of the adjective before it.
std::string side(const std::vector<Folded>& words, const std::vector<Folded>& sentence,
                 const Lexicon& lexicon) {
  for (size_t i = 0; i < words.size(); ++i) {
    const bool french = words[i].text == "cote", english = words[i].text == "side";
    if (!french && !english) continue;
    if (french && i + 1 < words.size())
      if (std::string country = country_of(words[i + 1].text, lexicon); !country.empty()) return country;
    if (i == 0) continue;
    if (english)
      if (std::string country = country_of(words[i - 1].text, lexicon); !country.empty()) return country;
    if (words[i - 1].text != "leur" && words[i - 1].text != "their") continue;
    for (const Folded& word : sentence)
      if (std::string country = country_of(word.text, lexicon);
          !country.empty() && word.span.begin < words[i].span.begin)
        return country;
  }
  return {};
}

}  // namespace

std::string giver_in_words(const Document& document, uint32_t figure, Span sentence) {
  std::string out = giver_after(document, figure, sentence);
  return out.empty() ? giver_before(document, figure, sentence) : out;
}

std::string side_in_words(const Document& document, uint32_t figure, Span sentence, const Lexicon& lexicon) {
  const std::vector<Folded> whole = folded_words(document, sentence);
  std::string out = side(folded_words(document, after(document, figure, sentence)), whole, lexicon);
  if (!out.empty()) return out;
  return side(folded_words(document, before(document, figure, sentence)), whole, lexicon);
}

bool people_who_left(const Document& document, const Figure& figure, Span sentence) {
  if (figure.category != FigureCategory::people) return false;
  const std::string noun = utf8::fold(document.words(figure.what));
  if (noun != "personnes" && noun != "people") return false;
  static constexpr std::array<std::string_view, 6> roots = {"evacu", "deplac", "displac",
                                                            "relog", "heberg", "shelter"};
  // The sentence before, within the paragraph, often names what the next one counts.
  constexpr uint32_t before_it = 60;
  // «Nous en avons compté plus de 3 500»: the noun stands there already.
  const uint32_t told = figure.what.empty() ? sentence.begin : std::min(sentence.begin, figure.what.begin);
  uint32_t begin = told;
  while (begin > 0 && told - begin < before_it && document.text[begin - 1] != '\n') --begin;
  while (begin < told && (document.text[begin] & 0xC0) == 0x80) ++begin;
  for (const Folded& word : folded_words(document, Span{begin, std::max(sentence.end, figure.span.end)}))
    if (std::any_of(roots.begin(), roots.end(),
                    [&](std::string_view root) { return word.text.starts_with(root); }))
      return true;
  return false;
}

std::string denied_number(const Document& document, const Figure& figure, Span sentence) {
  const std::vector<Folded> words =
      folded_words(document, Span{figure.span.end, std::max(sentence.end, figure.span.end)});
  for (size_t i = 0; i < words.size(); ++i)
    for (const std::string_view no :
         {"et non", "et non pas", "and not", "rather than", "plutot que", "au lieu de", "instead of"})
      if (stands_at(words, i, no)) {
        const size_t next = i + static_cast<size_t>(std::count(no.begin(), no.end(), ' ')) + 1;
        if (next < words.size() && words[next].text != "pas") return words[next].text;
      }
  return {};
}

bool is_whole(const Document& document, uint32_t index) {
  if (index == 0) return false;
  const Figure &part = document.figures[index - 1], &figure = document.figures[index];
  if (part.span.end > figure.span.begin || figure.span.begin - part.span.end > 12) return false;
  const std::string between = utf8::fold(document.words(Span{part.span.end, figure.span.begin}));
  static constexpr std::array<std::string_view, 6> links = {" des ", " de ces ",  " of the ",
                                                            " of ",  " sur les ", " parmi les "};
  return std::find(links.begin(), links.end(), between) != links.end();
}

bool is_known(const Document& document, Span figure) {
  const std::string_view head = std::string_view(document.text).substr(0, figure.begin);
  return std::any_of(definite.begin(), definite.end(),
                     [&](std::string_view article) { return head.ends_with(article); });
}

}  // namespace recoupe::compare
