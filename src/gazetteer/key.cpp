// The keys under which places are filed. train/gazetteer.py computes the same ones: change both together, and
// compile models/gazetteer.bin anew (gazetteer_test.cpp looks names of every script's spelling up).
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::gazetteer {
namespace {

// Marks that stand for a glottal stop or an elision: «Dar'a», «Ra’s al-ʿAyn».
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == U'ʿ' || c == U'ʾ' || c == U'ʽ' || c == U'′';
}

struct Pair {
  std::string_view from, to;
};
// Longest first: what one foreign letter becomes in French and in English.
constexpr std::array pairs = {
    Pair{"tch", "c"}, Pair{"sch", "s"}, Pair{"dj", "j"}, Pair{"ou", "u"}, Pair{"oo", "u"}, Pair{"ph", "f"},
    Pair{"kh", "k"},  Pair{"gh", "g"},  Pair{"ch", "s"}, Pair{"sh", "s"}, Pair{"th", "t"}, Pair{"dh", "d"},
    Pair{"ts", "s"},  Pair{"tz", "s"},  Pair{"ay", "e"}, Pair{"ai", "e"}, Pair{"ei", "e"}, Pair{"ey", "e"},
    Pair{"aw", "o"},  Pair{"au", "o"},  Pair{"ee", "i"}, Pair{"q", "k"},  Pair{"c", "k"},  Pair{"w", "u"},
    Pair{"y", "i"},   Pair{"h", ""},    Pair{"v", "u"},  Pair{"x", "ks"}, Pair{"z", "s"}};
// The Arabic article in its spellings before every letter: al-Hasakah, Ar Raqqah, Deir ez-Zor.
constexpr std::array<std::string_view, 18> articles = {"al", "el", "ar",  "as",  "at",  "ad",
                                                       "an", "az", "ash", "adh", "ath", "ez",
                                                       "er", "es", "ed",  "et",  "en",  "ech"};

bool is_article(std::string_view word) {
  return word == "esh" || std::find(articles.begin(), articles.end(), word) != articles.end();
}

std::string loose_word(std::string_view word) {
  std::string out;
  const auto add = [&](std::string_view letters) {
    for (const char c : letters)
      if (out.empty() || out.back() != c) out += c;
  };
  for (size_t i = 0; i < word.size();) {
    const auto pair = std::find_if(pairs.begin(), pairs.end(),
                                   [&](const Pair& p) { return word.substr(i, p.from.size()) == p.from; });
    if (pair != pairs.end()) {
      add(pair->to);
      i += pair->from.size();
    } else {
      add(word.substr(i++, 1));
    }
  }
  if (out.size() > 3 && std::string_view("aeiou").find(out.back()) != std::string_view::npos) out.pop_back();
  return out;
}

}  // namespace

std::string key(std::string_view name) {
  const std::string folded = utf8::fold(name);
  std::string out, word;
  const auto end_word = [&] {
    if (word.empty()) return;
    if (!out.empty()) out += ' ';
    out += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
    word.clear();
  };
  for (size_t i = 0; i < folded.size();) {
    const utf8::Decoded d = utf8::decode(folded, i);
    if (d.code_point >= 128 ? !is_apostrophe(d.code_point)
                            : utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point)) {
      word.append(folded, i, d.size);
    } else if (!is_apostrophe(d.code_point)) {
      end_word();
    }
    i += d.size;
  }
  end_word();
  return out;
}

std::string loose_key(std::string_view key) {
  std::string out;
  const bool many = key.find(' ') != std::string_view::npos;
  for (size_t start = 0; start <= key.size();) {
    size_t end = key.find(' ', start);
    const bool last = end == std::string_view::npos;
    if (last) end = key.size();
    const std::string_view word = key.substr(start, end - start);
    if (!(many && !last && is_article(word))) out += loose_word(word);
    start = end + 1;
  }
  return out.size() >= 3 ? out : std::string();
}

}  // namespace recoupe::gazetteer
