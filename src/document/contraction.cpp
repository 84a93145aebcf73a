#include "document/contraction.hpp"

#include <array>

namespace recoupe {
namespace {

constexpr std::array all = {
    Contraction{"du", "de", "le"},
    Contraction{"des", "de", "les"},
    Contraction{"au", "à", "le"},
    Contraction{"aux", "à", "les"},
    Contraction{"auquel", "à", "lequel"},
    Contraction{"auxquels", "à", "lesquels"},
    Contraction{"auxquelles", "à", "lesquelles"},
    Contraction{"duquel", "de", "lequel"},
    Contraction{"desquels", "de", "lesquels"},
    Contraction{"desquelles", "de", "lesquelles"},
};

bool same_word(std::string_view a, std::string_view lower) {
  if (a.size() != lower.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if ((a[i] >= 'A' && a[i] <= 'Z' ? a[i] + 32 : a[i]) != lower[i]) return false;
  return true;
}

}  // namespace

const Contraction* contraction(std::string_view word) {
  if (word.size() < 2 || word.size() > 10) return nullptr;
  const char first = static_cast<char>(word[0] | 32);
  if (first != 'd' && first != 'a') return nullptr;
  for (const Contraction& c : all)
    if (same_word(word, c.whole)) return &c;
  return nullptr;
}

std::string_view form(const Document& document, const Token& token) {
  const std::string_view word = document.words(token);
  if ((token.flags & (token_contraction | token_contraction_tail)) == 0) return word;
  const Contraction* c = contraction(word);
  if (c == nullptr) return word;
  return token.flags & token_contraction ? c->first : c->second;
}

}  // namespace recoupe
