#include "segment/segment.hpp"

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"
#include "segment/sentences.hpp"
#include "segment/tokens.hpp"

namespace recoupe::segment {
namespace {

Abbreviation abbreviation_use(std::string_view word) {
  return word == "title" ? Abbreviation::title : word == "number" ? Abbreviation::number : Abbreviation::any;
}

void load(WordSet& set, Language language, std::string_view list) {
  for (const auto& row : lexicon::rows(language, list)) set.emplace(row[0]);
}

// [begin, end) of the line that starts at `start`, without its line break, and where the next one starts.
struct LineBreak {
  uint32_t end, next;
};
LineBreak line_break(std::string_view text, uint32_t start) {
  const size_t found = text.find('\n', start);
  if (found == std::string_view::npos)
    return {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
  return {static_cast<uint32_t>(found), static_cast<uint32_t>(found + 1)};
}

bool blank(std::string_view line) {
  for (size_t i = 0; i < line.size();) {
    const utf8::Decoded d = utf8::decode(line, i);
    if (!utf8::is_space(d.code_point)) return false;
    i += d.size;
  }
  return true;
}

}  // namespace

Words load_words() {
  Words words;
  for (const Language language : {Language::french, Language::english}) {
    Words::OfLanguage& of = words.of_language[static_cast<size_t>(language)];
    for (const auto& row : lexicon::rows(language, "abbreviations.tsv"))
      of.abbreviations.emplace(row[0], abbreviation_use(row.size() > 1 ? row[1] : ""));
    load(of.starters, language, "sentence_starters.tsv");
    load(of.wholes, language, "whole_words.tsv");
  }
  load(words.of_language[static_cast<size_t>(Language::english)].prefixes, Language::english,
       "hyphen_prefixes.tsv");
  words.of_language[static_cast<size_t>(Language::french)].forms = lexicon::forms(Language::french);
  load(words.of_language[static_cast<size_t>(Language::french)].before_article, Language::french,
       "before_article.tsv");
  return words;
}

void segment(Document& document, const Words& words) {
  document.paragraphs.clear();
  document.sentences.clear();
  document.tokens.clear();
  const std::string_view text = document.text;
  const auto size = static_cast<uint32_t>(text.size());
  document.tokens.reserve(text.size() / 4);
  const auto& of_language = words.of_language[static_cast<size_t>(document.language)];
  bool open = false;  // inside a paragraph
  for (uint32_t start = 0; start < size;) {
    const LineBreak at = line_break(text, start);
    if (blank(text.substr(start, at.end - start))) {
      open = false;
    } else {
      if (!open) document.paragraphs.push_back({{start, at.end}, false});
      open = true;
      Paragraph& paragraph = document.paragraphs.back();
      paragraph.span.end = at.end;
      paragraph.title = !document.title_span.empty() && paragraph.span.contains(document.title_span);
      add_sentences(document, {text, start, at.end, document.language, &of_language});
    }
    start = at.next;
  }
}

}  // namespace recoupe::segment
