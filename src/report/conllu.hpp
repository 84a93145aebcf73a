// CoNLL-U (universaldependencies.org/format): sentences, printed from Documents and read into them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace recoupe::report {

// A document's sentences: «# text», «# source = a:b» and Source=a:b in MISC (bytes of the source), names as
// Entity=B-person. A contraction is a range line («1-2 du») before its words.
std::string conllu(const Document& document);

struct ConlluRow {
  std::string id, form, lemma, upos, xpos, feats, head, deprel, deps, misc;
};
struct ConlluSentence {
  std::vector<std::string> comments;
  std::vector<ConlluRow> rows;  // words, ranges («1-2») and empty nodes («1.1»), as they stood
};

Result<std::vector<ConlluSentence>> read_conllu(std::string_view text, std::string_view name);

// The words as a Document: their forms joined by blanks, with what the columns say of them.
Document document_of(const std::vector<ConlluSentence>& sentences, Language language);
// Puts what the Document says into the columns; `document` was made of these sentences.
void fill(std::vector<ConlluSentence>& sentences, const Document& document);
std::string print(const std::vector<ConlluSentence>& sentences);

}  // namespace recoupe::report
