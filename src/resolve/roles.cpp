#include "resolve/roles.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::resolve {
namespace {

constexpr size_t longest_role = 14;  // tokens
constexpr size_t words_before_head =
    4;  // «l'ancien premier ministre», "the outgoing German defence minister"

class Roles {
 public:
  Roles(const Document& document, const Words& words) : document_(document), words_(words) {}

  // The role that stands beside the name at `name`; empty if none does.
  Span beside(Span name) const {
    const std::vector<Token>& tokens = document_.tokens;
    const auto by_begin = [](const Token& t, uint32_t begin) { return t.span.begin < begin; };
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), name.begin, by_begin);
    auto after = first;
    while (after != tokens.end() && after->span.begin < name.end) ++after;
    if (first == tokens.end() || first->span.begin != name.begin) return {};
    const Span found = behind(static_cast<size_t>(after - tokens.begin()));
    return found.empty() ? before(static_cast<size_t>(first - tokens.begin())) : found;
  }

 private:
  std::string_view form(size_t i) const { return document_.words(document_.tokens[i]); }
  bool is_comma(size_t i) const { return form(i) == ","; }

  bool is_role(size_t i) const {
    const Upos upos = document_.tokens[i].upos;
    if (upos == Upos::verb || upos == Upos::aux || upos == Upos::adp) return false;
    const auto& heads = words_.role_heads[document_.language == Language::english ? 1 : 0];
    std::string key = gazetteer::key(form(i));
    if (const size_t hyphen = key.rfind('-'); hyphen != std::string::npos && !heads.contains(key))
      key.erase(0, hyphen + 1);  // «vice-président», «ex-ministre»
    return heads.contains(key);
  }

  // Words that a role goes on with: «de la ville de Nice», «russe», «et», not a verb and no comma.
  bool goes_on(size_t i) const {
    switch (document_.tokens[i].upos) {
      case Upos::noun:
      case Upos::propn:
      case Upos::adj:
      case Upos::adp:
      case Upos::det:
      case Upos::num:
      case Upos::x:
        return true;
      default:
        return false;
    }
  }

  bool joins(size_t i) const {
    const Upos upos = document_.tokens[i].upos;
    return upos == Upos::adp || upos == Upos::det;
  }

  // The span of tokens [begin, end) without what cannot stand at its ends.
  Span trimmed(size_t begin, size_t end) const {
    while (begin < end && joins(begin)) ++begin;
    while (end > begin && joins(end - 1)) --end;
    if (begin == end) return {};
    return {document_.tokens[begin].span.begin, document_.tokens[end - 1].span.end};
  }

  bool same_line(size_t a, size_t b) const {
    const Span gap{document_.tokens[a].span.end, document_.tokens[b].span.begin};
    return gap.begin > gap.end || document_.words(gap).find('\n') == std::string_view::npos;
  }

  // «…, ministre de l'Intérieur,»
  Span behind(size_t comma) const {
    const size_t size = document_.tokens.size();
    if (comma + 1 >= size || !is_comma(comma)) return {};
    size_t head = comma + 1;
    while (head < size && head <= comma + 1 + words_before_head && !is_role(head) && goes_on(head) &&
           document_.tokens[head].upos != Upos::adp)
      ++head;
    if (head >= size || !is_role(head)) return {};
    size_t end = head + 1;
    while (end < size && end - comma <= longest_role && goes_on(end) && same_line(end - 1, end)) ++end;
    return trimmed(comma + 1, end);
  }

  // «le maire de Nice, Christian Estrosi,», "Prime Minister David Cameron"
  Span before(size_t name) const {
    size_t end = name;
    if (end > 0 && is_comma(end - 1)) --end;
    size_t begin = end, head = end;
    while (begin > 0 && end - begin < longest_role && goes_on(begin - 1) && same_line(begin - 1, begin)) {
      --begin;
      if (is_role(begin)) head = begin;
    }
    if (head == end) return {};
    // From the head back to the article before it; what stands before that belongs to another phrase.
    size_t first = head;
    while (first > begin && head - first < words_before_head && !joins(first - 1)) --first;
    if (end != name && (first == 0 || document_.tokens[first - 1].upos != Upos::det)) return {};
    return trimmed(first, end);
  }

  const Document& document_;
  const Words& words_;
};

}  // namespace

void fill_roles(Document& document, const Words& words) {
  const Roles roles(document, words);
  for (const Mention& mention : document.mentions) {
    Entity& entity = document.entities[mention.entity.value];
    if (entity.kind != EntityKind::person || !entity.role.empty()) continue;
    entity.role = document.words(roles.beside(mention.span));
  }
}

}  // namespace recoupe::resolve
