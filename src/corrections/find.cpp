// From an address to the cells that stand there today.
#include <algorithm>

#include "corrections/corrections.hpp"

namespace recoupe::corrections {
namespace {

template <class Items, class Fits>
std::vector<uint32_t> indices(const Items& items, Fits fits) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < items.size(); ++i)
    if (fits(items[i].span)) out.push_back(i);
  return out;
}

template <class Items>
std::vector<uint32_t> find_among(const Document& document, const Items& items, const CellAddress& address) {
  const auto words = [&](Span span) { return document.words(span) == address.text; };
  const auto bytes = [&](Span span) { return document.source(span) == address.source; };
  auto out = indices(items, [&](Span span) { return words(span) && bytes(span); });
  if (out.empty())
    out = indices(items,
                  [&](Span span) { return words(span) && document.source(span).overlaps(address.source); });
  if (out.empty()) out = indices(items, bytes);
  return out;
}

}  // namespace

std::vector<uint32_t> find_cells(const Document& document, const CellAddress& address) {
  if (document.id != address.article) return {};
  switch (address.kind) {
    case Subject::mention:
      return find_among(document, document.mentions, address);
    case Subject::time:
      return find_among(document, document.times, address);
    case Subject::statement:
      return find_among(document, document.statements, address);
    case Subject::figure:
      return find_among(document, document.figures, address);
    case Subject::movement:
      return find_among(document, document.movements, address);
    case Subject::event:
      return find_among(document, document.events, address);
    default:
      return {};
  }
}

std::vector<uint32_t> find_entities(const Document& document, const EntityAddress& address) {
  std::vector<uint32_t> out;
  if (std::find(address.articles.begin(), address.articles.end(), document.id) == address.articles.end())
    return out;
  for (uint32_t i = 0; i < document.entities.size(); ++i) {
    const Entity& entity = document.entities[i];
    if (entity.kind != address.kind) continue;
    if (entity.name == address.name ||
        std::find(entity.aliases.begin(), entity.aliases.end(), address.name) != entity.aliases.end())
      out.push_back(i);
  }
  return out;
}

const ByHand* mark_of(const Document& document, Subject subject, uint32_t index, std::string_view field) {
  for (const ByHand& mark : document.by_hand)
    if (mark.subject == subject && mark.index == index && mark.field == field) return &mark;
  return nullptr;
}

}  // namespace recoupe::corrections
