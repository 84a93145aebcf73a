#include "engine/stages.hpp"

#include <array>

namespace recoupe::engine {
namespace {

constexpr std::array all_stages = {
    Stage{"language", layer_text, layer_language,
          [](Document& d, const Resources& r) { language::identify(d, r.language); }},
    Stage{"segment", layer_text | layer_language, layer_tokens,
          [](Document& d, const Resources& r) { segment::segment(d, r.segment); }},
    Stage{"syntax", layer_tokens, layer_syntax,
          [](Document& d, const Resources& r) { syntax::analyse(d, r.syntax); }},
    Stage{"names", layer_tokens | layer_syntax, layer_names,
          [](Document& d, const Resources& r) { names::find_names(d, r.names, r.gazetteer); }},
    Stage{"entities", layer_tokens | layer_names, layer_entities,
          [](Document& d, const Resources& r) { resolve::resolve_entities(d, r.resolve, r.gazetteer); }},
    Stage{"times", layer_tokens | layer_syntax, layer_times,
          [](Document& d, const Resources& r) { times::find_times(d, r.times); }},
    Stage{"quantities", layer_tokens | layer_syntax | layer_times | layer_names | layer_entities,
          layer_figures, [](Document& d, const Resources& r) { quantities::find_figures(d, r.quantities); }},
    Stage{"quotes", layer_tokens | layer_syntax | layer_names | layer_entities | layer_times | layer_figures,
          layer_statements, [](Document& d, const Resources& r) { quotes::find_statements(d, r.quotes); }},
    Stage{"movements",
          layer_tokens | layer_syntax | layer_entities | layer_times | layer_figures | layer_statements,
          layer_movements,
          [](Document& d, const Resources& r) { movements::find_movements(d, r.movements); }},
    Stage{"events",
          layer_tokens | layer_syntax | layer_entities | layer_times | layer_figures | layer_statements,
          layer_events,
          [](Document& d, const Resources& r) { events::find_events(d, r.events, r.gazetteer); }},
};

constexpr bool in_order() {
  uint32_t written = layer_text;
  for (const Stage& stage : all_stages) {
    if ((stage.reads & ~written) != 0) return false;
    written |= stage.writes;
  }
  return true;
}
static_assert(in_order(), "a stage reads a layer that no stage before it writes");

}  // namespace

Resources load_resources() {
  return {clean::load_words(),      language::load_words(), segment::load_words(),   syntax::load_words(),
          gazetteer::load(),        names::load_words(),    resolve::load_words(),   times::load_words(),
          quantities::load_words(), quotes::load_words(),   movements::load_words(), events::load_words()};
}

std::span<const Stage> stages() {
  return all_stages;
}

}  // namespace recoupe::engine
