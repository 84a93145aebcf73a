#include "report/conllu.hpp"

#include <fmt/format.h>

#include <charconv>

#include "document/contraction.hpp"
#include "document/features.hpp"
#include "document/names.hpp"

namespace recoupe::report {
namespace {

std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}
std::string or_blank(std::string_view text) {
  return text.empty() ? "_" : one_line(text);
}

bool is_word(const ConlluRow& row) {
  return row.id.find_first_not_of("0123456789") == std::string::npos && !row.id.empty();
}

// The names that begin or go on at each token: index into document.names + 1, 0 for none.
std::string entity_of(const Document& document, const Token& token, size_t& next) {
  while (next < document.names.size() && document.names[next].span.end <= token.span.begin) ++next;
  if (next == document.names.size() || !document.names[next].span.contains(token.span)) return {};
  const Name& found = document.names[next];
  return fmt::format("Entity={}-{}", token.span.begin == found.span.begin ? 'B' : 'I', name(found.kind));
}

// Puts Entity= before what stands in the last column, in place of what it said there.
void set_entity(std::string& misc, const std::string& entity) {
  std::string out = entity;
  for (size_t start = 0; start < misc.size();) {
    const size_t end = std::min(misc.find('|', start), misc.size());
    const std::string part = misc.substr(start, end - start);
    if (part != "_" && !part.starts_with("Entity=")) out += (out.empty() ? "" : "|") + part;
    start = end + 1;
  }
  misc = out;
}

int32_t number(std::string_view text) {
  int32_t out = -1;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

ConlluRow read_row(std::string_view line) {
  ConlluRow row;
  std::string* const columns[] = {&row.id,    &row.form, &row.lemma,  &row.upos, &row.xpos,
                                  &row.feats, &row.head, &row.deprel, &row.deps, &row.misc};
  for (std::string* column : columns) {
    const size_t tab = std::min(line.find('\t'), line.size());
    *column = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  return row;
}

}  // namespace

std::string conllu(const Document& document) {
  std::string out;
  size_t next_name = 0;
  const auto source = [&](Span span) {
    const Span at = document.source(span);
    return fmt::format("{}:{}", at.begin, at.end);
  };
  uint32_t paragraph = UINT32_MAX;
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (sentence.paragraph != paragraph) out += "# newpar\n";
    paragraph = sentence.paragraph;
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n# source = {}\n", document.id, s + 1,
                       one_line(document.words(sentence.span)), source(sentence.span));
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      const uint32_t number_in = i - sentence.first_token + 1;
      const bool tail = token.flags & token_contraction_tail;
      const bool glued = (token.flags & token_space_after) == 0 && i + 1 < sentence.end_token;
      std::string misc = "Source=" + source(token.span);
      if (token.flags & token_contraction) {
        const bool glued_pair =
            i + 2 < sentence.end_token && (document.tokens[i + 1].flags & token_space_after) == 0;
        out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}{}\n", number_in, number_in + 1,
                           one_line(document.words(token)), misc, glued_pair ? "|SpaceAfter=No" : "");
      } else if (glued && !tail) {
        misc += "|SpaceAfter=No";
      }
      const bool parsed = token.relation != Relation::unknown;
      const int32_t head = token.head < 0 ? 0 : token.head - static_cast<int32_t>(sentence.first_token) + 1;
      if (const std::string entity = entity_of(document, token, next_name); !entity.empty())
        misc = entity + "|" + misc;
      out += fmt::format("{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t{}\n", number_in, one_line(form(document, token)),
                         or_blank(document.lemma(token)), name(token.upos), features_name(token.features),
                         parsed ? std::to_string(head) : "_", name(token.relation), misc);
    }
    out += '\n';
  }
  return out;
}

Result<std::vector<ConlluSentence>> read_conllu(std::string_view text, std::string_view where) {
  std::vector<ConlluSentence> out;
  ConlluSentence sentence;
  const auto close = [&] {
    if (!sentence.rows.empty()) out.push_back(std::move(sentence));
    sentence = {};
  };
  for (size_t line_number = 1; !text.empty(); ++line_number) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) {
      close();
    } else if (line[0] == '#') {
      sentence.comments.emplace_back(line);
    } else if (line[0] >= '0' && line[0] <= '9' && line.find('\t') != std::string_view::npos) {
      sentence.rows.push_back(read_row(line));
    } else {
      return Error{std::string(where), fmt::format("line {} is not CoNLL-U", line_number)};
    }
  }
  close();
  return out;
}

Document document_of(const std::vector<ConlluSentence>& sentences, Language language) {
  Document document;
  document.language = language;
  for (const ConlluSentence& from : sentences) {
    if (!document.text.empty()) document.text += "\n\n";
    const auto begin = static_cast<uint32_t>(document.text.size());
    const auto first = static_cast<uint32_t>(document.tokens.size());
    for (const ConlluRow& row : from.rows) {
      if (!is_word(row)) continue;
      if (document.tokens.size() > first) document.text += ' ';
      Token token;
      token.span.begin = static_cast<uint32_t>(document.text.size());
      document.text += row.form;
      token.span.end = static_cast<uint32_t>(document.text.size());
      token.lemma.begin = static_cast<uint32_t>(document.lemma_pool.size());
      document.lemma_pool += row.lemma;
      token.lemma.end = static_cast<uint32_t>(document.lemma_pool.size());
      token.upos = upos_from(row.upos);
      token.features = features_from(row.feats);
      token.relation = relation_from(row.deprel);
      const int32_t head = number(row.head);
      token.head = head <= 0 ? -1 : static_cast<int32_t>(first) + head - 1;
      token.flags = token_space_after;
      document.tokens.push_back(token);
    }
    const auto end = static_cast<uint32_t>(document.tokens.size());
    for (uint32_t i = first; i < end; ++i)
      if (document.tokens[i].head >= static_cast<int32_t>(end)) document.tokens[i].head = -1;
    const Span span{begin, static_cast<uint32_t>(document.text.size())};
    document.sentences.push_back({span, first, end, static_cast<uint32_t>(document.paragraphs.size())});
    document.paragraphs.push_back({span, false});
  }
  return document;
}

void fill(std::vector<ConlluSentence>& sentences, const Document& document) {
  size_t next_name = 0;
  for (size_t s = 0; s < sentences.size() && s < document.sentences.size(); ++s) {
    uint32_t i = document.sentences[s].first_token;
    const auto first = static_cast<int32_t>(i);
    for (ConlluRow& row : sentences[s].rows) {
      if (!is_word(row) || i >= document.sentences[s].end_token) continue;
      const Token& token = document.tokens[i++];
      row.lemma = or_blank(document.lemma(token));
      row.upos = name(token.upos);
      row.feats = features_name(token.features);
      set_entity(row.misc, entity_of(document, token, next_name));
      if (token.relation == Relation::unknown) continue;
      row.head = std::to_string(token.head < 0 ? 0 : token.head - first + 1);
      row.deprel = name(token.relation);
    }
  }
}

std::string print(const std::vector<ConlluSentence>& sentences) {
  std::string out;
  for (const ConlluSentence& sentence : sentences) {
    for (const std::string& comment : sentence.comments) out += comment + "\n";
    for (const ConlluRow& row : sentence.rows)
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row.id, row.form, or_blank(row.lemma),
                         or_blank(row.upos), or_blank(row.xpos), or_blank(row.feats), or_blank(row.head),
                         or_blank(row.deprel), or_blank(row.deps), or_blank(row.misc));
    out += '\n';
  }
  return out;
}

}  // namespace recoupe::report
