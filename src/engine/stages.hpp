// The stages of reading one article, in order: the one place where the order is written. Each says which
// layers of the Document it reads and which it writes; that every layer is written before it is read is
// checked at compile time (stages.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "clean/clean.hpp"
#include "document/document.hpp"
#include "events/events.hpp"
#include "gazetteer/gazetteer.hpp"
#include "language/language.hpp"
#include "movements/movements.hpp"
#include "names/names.hpp"
#include "quantities/quantities.hpp"
#include "quotes/quotes.hpp"
#include "resolve/entities.hpp"
#include "segment/segment.hpp"
#include "syntax/syntax.hpp"
#include "times/times.hpp"

namespace recoupe::engine {

// Everything that is loaded once and then only read: word lists, gazetteer, models. Shared by all threads.
struct Resources {
  clean::Words clean;
  language::Words language;
  segment::Words segment;
  syntax::Words syntax;
  gazetteer::Gazetteer gazetteer;
  names::Words names;
  resolve::Words resolve;
  times::Words times;
  quantities::Words quantities;
  quotes::Words quotes;
  movements::Words movements;
  events::Words events;
};
Resources load_resources();

enum Layer : uint32_t {
  layer_text = 1u << 0,
  layer_language = 1u << 1,
  layer_tokens = 1u << 2,
  layer_syntax = 1u << 3,
  layer_names = 1u << 4,
  layer_entities = 1u << 5,
  layer_times = 1u << 6,
  layer_figures = 1u << 7,
  layer_statements = 1u << 8,
  layer_movements = 1u << 9,
  layer_events = 1u << 10,
};

struct Stage {
  std::string_view name;
  uint32_t reads;
  uint32_t writes;
  void (*run)(Document&, const Resources&);
};

std::span<const Stage> stages();

}  // namespace recoupe::engine
