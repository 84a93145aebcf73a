#include "quantities/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "quantities/beside.hpp"
#include "quantities/circumstances.hpp"
#include "quantities/draft.hpp"
#include "quantities/guards.hpp"

namespace recoupe::quantities {
namespace {

constexpr std::array<std::string_view, 15> rule_names = {
    "times",       "counted noun", "collective",      "vague order", "range",
    "bare number", "shared noun",  "part of a whole", "money",       "measure",
    "duration",    "percentage",   "fraction",        "ratio",       "part of a unit"};

std::string_view rule_of(const Amount& amount, const Counted& counted, bool shared) {
  if (amount.first.vague) return "vague order";
  if (amount.first.approx) return "collective";
  if (amount.first.value < amount.last.value) return "range";
  if (counted.of_whole || counted.elliptic) return "part of a whole";
  if (shared) return "shared noun";
  return counted.found ? "counted noun" : "bare number";
}

// «5,262 soldats»: things are counted in whole numbers, so the comma groups the digits.
void take_grouped(Amount& amount) {
  if (amount.min && amount.first.grouped != 0) amount.min = amount.first.grouped;
  if (amount.max && amount.last.grouped != 0) amount.max = amount.last.grouped;
}

class Finder {
 public:
  Finder(Document& document, const Vocabulary& vocabulary, std::span<const Word> words)
      : document_(document), c_{document, words, vocabulary, document.language} {}

  void run() {
    size_t at = 0;
    while (at < c_.words.size()) at = std::max(at + 1, step(at));
  }

 private:
  size_t step(size_t at);
  std::optional<Draft> from_amount(Amount amount);
  bool accepts(const Amount& amount, const Counted& counted) const;
  bool exceeds(const Amount& amount) const;
  void add_half_unit(Draft& draft) const;
  void add_small_unit(Draft& draft) const;
  void add_clock_parts(Draft& draft) const;
  void name_noun(Draft& draft, const Amount& amount, const Counted& counted) const;
  bool counts_one(const Amount& amount, const Counted& counted) const;
  void name_unit(Draft& draft, const Amount& amount, const Counted& counted) const;
  void borrow_noun(Draft& draft);
  bool borrow_unit(Draft& draft) const;
  void add(Draft draft);
  void note_total(size_t at);
  bool near(const Draft& draft, size_t at) const;
  bool same_sentence(size_t from, size_t to) const;
  const Word* total_behind(size_t end) const;

  Document& document_;
  Context c_;
  std::optional<Draft> last_;      // the last figure that counts things by a noun
  std::optional<Draft> previous_;  // the last figure of any kind
  std::optional<Draft> last_percent_;
  const Word* total_ = nullptr;  // of «le nombre de blessés», where no figure has come since
};

size_t Finder::step(size_t at) {
  const Word& word = c_.words[at];
  if (word.after_break) total_ = nullptr;
  note_total(at);
  if (auto share = read_share(c_, at)) {
    const Word& first = c_.words[share->begin];
    if (!first.glued || (at > 0 && c_.words[at - 1].kind != WordKind::number)) {
      const size_t end = share->end;
      add(std::move(*share));
      return end;
    }
  }
  if (auto twice = read_twice(c_, at)) {
    add(std::move(*twice));
    return at + 1;
  }
  const auto amount = read_amount(c_, at);
  if (!amount) return at + 1;
  if (auto draft = from_amount(*amount)) {
    const size_t end = draft->end;
    add(std::move(*draft));
    return end;
  }
  if (amount->negative) return at + 1;  // «-12 morts»: a dash
  // A bound phrase that led nowhere: the number behind it may still be one («plus de la moitié»).
  return amount->first.article ? amount->number + 1 : amount->end;
}

void Finder::note_total(size_t at) {
  if (const Word* noun = noun_of_total(c_, at)) total_ = noun;
}

bool Finder::accepts(const Amount& amount, const Counted& counted) const {
  if (is_no_number(c_, amount) || is_no_figure(c_, amount, counted)) return false;
  const bool named = amount.unit != nullptr || (counted.found && !counted.elliptic);
  if (amount.first.article) {
    // «près d'une mosquée» is a place, «plus d'une heure» a figure.
    const bool near =
        amount.bound == Bound::approx || amount.bound == Bound::at_most ||
        (c_.english() && !c_.is(amount.number - 1, "than") && !c_.is(amount.number - 1, "least"));
    return amount.bounded && named && (counted.unit != nullptr || !near);
  }
  const bool one = c_.english() && amount.last.value == 1 && !amount.first.literal;
  if (one && !counts_one(amount, counted)) return false;
  // «day five of the 2018 World Cup», «article 3 des statuts»
  if (counted.of_whole && c_.before(amount.begin, role_label)) return false;
  if (named || counted.elliptic || counted.of_whole) return true;
  // «une baisse de 12 700 | du nombre de chômeurs»
  if (total_behind(amount.end) != nullptr) return true;
  // «porte le nombre de blessés à trois»
  const bool to =
      c_.before(amount.begin, "a") || c_.before(amount.begin, "to") || c_.before(amount.begin, "at");
  if (to && total_ != nullptr && c_.has_before(amount.begin, role_change, 12)) return true;
  return stands_alone(c_, amount, last_ && near(*last_, amount.begin) ? last_->end : 0);
}

// «one death», «only one day»; «one side», «one of the reasons» and «one poster» count nothing.
bool Finder::counts_one(const Amount& amount, const Counted& counted) const {
  if (!counted.found || counted.elliptic || c_.is(amount.end, "of")) return false;
  if (amount.bounded || c_.before(amount.begin, "only") || c_.before(amount.begin, "just")) return true;
  if (counted.unit != nullptr)
    return c_.words[counted.noun].key != "day" && !c_.before(amount.begin, role_possessive);
  const CategoryQuestion question{amount.begin, counted.end, &c_.words[counted.noun]};
  const FigureCategory category = categorize(c_, question);
  return category == FigureCategory::killed || category == FigureCategory::injured ||
         category == FigureCategory::missing || category == FigureCategory::arrested;
}

// Whether the figure stands near enough before `at` to be meant by a bare number there.
bool Finder::near(const Draft& draft, size_t at) const {
  constexpr size_t words_of_memory = 120;
  return draft.end + words_of_memory >= at;
}

bool Finder::same_sentence(size_t from, size_t to) const {
  constexpr size_t longest = 60;
  if (from > to || to - from > longest) return false;
  for (size_t k = from; k < to; ++k)
    if (c_.words[k].after_break || (k + 1 < to && is_mark(c_.words[k], ".") && c_.words[k + 1].upper))
      return false;
  return true;
}

// The noun of «le nombre de personnes tuées» that follows at once: «porte à 86 | le nombre …».
const Word* Finder::total_behind(size_t end) const {
  for (size_t k = end; k < end + 2 && c_.follow(k) != nullptr; ++k)
    if (const Word* noun = noun_of_total(c_, k)) return noun;
  return nullptr;
}

void Finder::name_unit(Draft& draft, const Amount& amount, const Counted& counted) const {
  const Unit* unit = amount.unit != nullptr ? amount.unit : counted.unit;
  if (unit == nullptr) return;
  draft.unit = unit->code;
  draft.category = unit->category;
  double factor = unit->factor;
  // «75 USD million»
  if (const Word* behind = c_.follow(draft.end);
      behind != nullptr && unit->category == FigureCategory::money) {
    const NumberWord* scale = number_word(behind->key, c_.language);
    if (scale != nullptr && scale->value >= 1e6 && amount.last.scale == 1 && counted.unit != nullptr) {
      factor *= scale->value;
      draft.huge = true;
      ++draft.end;
    }
  }
  if (draft.min) draft.min = scaled(*draft.min, factor);
  if (draft.max) draft.max = scaled(*draft.max, factor);
  // «361 million pounds» weigh nothing.
  if (c_.english() && unit->code == "[lb_av]" && amount.last.scale >= 1e6) {
    draft.unit = "GBP";
    draft.category = FigureCategory::money;
  }
  switch (*draft.category) {
    case FigureCategory::money:
      draft.rule = "money";
      break;
    case FigureCategory::percent:
      draft.rule = "percentage";
      break;
    case FigureCategory::duration:
      draft.rule = "duration";
      break;
    default:
      draft.rule = "measure";
  }
}

// «dépasser les | 10 milliards»: the verb is the bound.
bool Finder::exceeds(const Amount& amount) const {
  if (amount.bounded || amount.bound != Bound::exact) return false;
  return c_.before(amount.begin, role_exceed) || (amount.begin > 1 && !c_.words[amount.begin].after_break &&
                                                  c_.before(amount.begin - 1, role_exceed));
}

// «deux heures | et demie».
void Finder::add_half_unit(Draft& draft) const {
  if (c_.english() || !c_.is(draft.end, "et")) return;
  if (!c_.is(draft.end + 1, "demi") && !c_.is(draft.end + 1, "demie")) return;
  if (draft.min) *draft.min += 0.5;
  if (draft.max) *draft.max += 0.5;
  draft.end += 2;
}

// «8 heures | 15 minutes et 3 secondes», «deux minutes | trente»: one duration, in its largest unit.
void Finder::add_clock_parts(Draft& draft) const {
  if (!draft.min || draft.min != draft.max) return;
  double scale = 1;
  std::string_view finer = draft.unit == "h" ? "min" : "s";
  for (; !finer.empty(); finer = finer == "min" ? "s" : "") {
    scale *= 60;
    size_t k = draft.end;
    if (c_.is(k, ",")) ++k;
    if (c_.is(k, "et") || c_.is(k, "and")) ++k;
    const auto part = c_.follow(k) ? read_number(c_.words, k, c_.language) : std::nullopt;
    if (!part || part->vague || part->value >= 60) continue;
    const auto unit = c_.follow(part->end) ? c_.vocabulary.units.match(c_.words, part->end) : std::nullopt;
    if (!unit || unit->first->code != finer) continue;
    draft.min = draft.max = *draft.min + part->value / scale;
    draft.end = unit->second;
    draft.what.end = c_.words[draft.end - 1].span.end;
  }
}

// «15 dollars | and 15 cents», «15 euros | 50», «5 feet | 2 inches»: the small unit belongs to the amount.
void Finder::add_small_unit(Draft& draft) const {
  if (!draft.min || draft.min != draft.max || draft.huge) return;
  const bool money = draft.rule == "money";
  const size_t joint = c_.is(draft.end, "et") || c_.is(draft.end, "and") ? draft.end + 1 : draft.end;
  const auto small = c_.follow(joint) ? read_number(c_.words, joint, c_.language) : std::nullopt;
  if (!small || small->vague || small->scale > 1 || small->value != std::floor(small->value)) return;
  if (small->value >= (money ? 100 : 12) || small->literal != (c_.words[draft.begin].kind != WordKind::word))
    return;
  const auto unit = c_.follow(small->end) ? c_.vocabulary.units.match(c_.words, small->end) : std::nullopt;
  const std::string_view key = unit ? std::string_view(c_.words[small->end].key) : std::string_view();
  const bool cents = key == "cent" || key == "cents" || key == "centime" || key == "centimes";
  const Word* after = c_.follow(small->end + 1);
  const bool inches = (unit && unit->first->code == "[in_i]") ||
                      (c_.is(small->end, "in") && (after == nullptr || after->kind == WordKind::mark ||
                                                   after->key == "tall" || after->key == "more"));
  // «15 euros 50»: two digits and nothing counted behind them
  const Word* behind = c_.follow(small->end);
  const bool bare = money && joint == draft.end && small->value >= 10 &&
                    (behind == nullptr || (!unit && behind->kind == WordKind::mark) ||
                     (!behind->glued && c_.vocabulary.has(*behind, role_stop)));
  if (money ? !(cents || bare) : !inches) return;
  draft.min = draft.max = *draft.min + small->value / (money ? 100 : 12);
  draft.end = money && !cents ? small->end : small->end + 1;
}

void Finder::name_noun(Draft& draft, const Amount& amount, const Counted& counted) const {
  if (amount.unit != nullptr && amount.number > amount.begin) draft.what = c_.words[amount.number - 1].span;
  const bool share = counted.unit != nullptr && counted.unit->category == FigureCategory::percent;
  if (!counted.found || counted.elliptic || share) return;
  draft.noun = &c_.words[counted.noun];
  const bool whole = (counted.unit != nullptr || !c_.english()) && counted.end > counted.noun;
  draft.what = span_of(c_, counted.noun, whole ? counted.end : counted.noun + 1);
  draft.counted = counted.unit == nullptr;
}

std::optional<Draft> Finder::from_amount(Amount amount) {
  Counted counted = amount.unit == nullptr ? read_counted(c_, amount) : Counted{};
  bool shared = false;
  if (!counted.found && !counted.elliptic && !counted.of_whole && amount.unit == nullptr)
    if (const Counted next = shared_noun(c_, amount); next.found) {
      counted = next;
      shared = true;
    }
  if (!accepts(amount, counted)) return {};
  if (amount.negative) {
    if (!may_be_negative(c_, amount, amount.unit != nullptr ? amount.unit : counted.unit)) return {};
    amount.min = amount.max = -amount.first.value;
  }
  if (counted.found && counted.unit == nullptr) take_grouped(amount);
  Draft draft;
  draft.begin = amount.begin;
  draft.end = counted.found || counted.elliptic ? counted.end : amount.end;
  draft.huge = amount.last.scale >= 1e6;
  draft.rule = rule_of(amount, counted, shared);
  draft.end = read_bound_after(c_, amount, draft.end);
  draft.min = amount.min;
  draft.max = amount.max;
  draft.bound = amount.bound;
  if (exceeds(amount)) {
    draft.bound = Bound::more_than;
    draft.max.reset();
  }
  name_noun(draft, amount, counted);
  name_unit(draft, amount, counted);
  if (counted.unit != nullptr && !shared) add_half_unit(draft);
  if (draft.rule == "money" || draft.unit == "[ft_i]") add_small_unit(draft);
  if (draft.unit == "h" || draft.unit == "min") add_clock_parts(draft);
  if (draft.rule == "percentage") read_base(c_, draft);
  return draft;
}

// «de 22,5 milliards à 21,6 milliards» behind dollars, «et 9,6 au deuxième trimestre» behind percents: a bare
// amount that counts no things goes on with the unit of the figure before.
bool Finder::borrow_unit(Draft& draft) const {
  if (!previous_ || !previous_->category || previous_->counted || !near(*previous_, draft.begin))
    return false;
  const double value = draft.min ? *draft.min : draft.max ? *draft.max : 0;
  const bool fraction = value != std::floor(value);
  const bool huge = draft.huge && (previous_->category == FigureCategory::money || previous_->huge);
  if (!fraction && !huge) return false;
  draft.unit = previous_->unit;
  draft.category = previous_->category;
  draft.noun = previous_->noun;
  draft.what = previous_->what;
  return true;
}

// A bare number counts what the total before or behind it counts, or what the figure before it did.
void Finder::borrow_noun(Draft& draft) {
  if (draft.noun != nullptr || draft.category || c_.before(draft.begin, "par")) return;
  for (size_t back = 1; back <= 3 && draft.begin >= back; ++back)
    if (const Word& word = c_.words[draft.begin - back]; word.key == "magnitude") {
      draft.noun = &word;
      draft.what = word.span;
      draft.category = FigureCategory::other;
      return;
    }
  if (borrow_unit(draft) || (draft.min && *draft.min != std::floor(*draft.min) && !draft.huge)) return;
  const Word* noun = total_behind(draft.end);
  if (noun == nullptr) noun = total_;
  if (noun == nullptr && last_ && near(*last_, draft.begin)) noun = last_->noun;
  if (noun == nullptr) return;
  draft.noun = noun;
  draft.what = noun->span;
  draft.borrowed = draft.counted = true;
}

void Finder::add(Draft draft) {
  if (draft.category == FigureCategory::percent && draft.noun == nullptr && last_percent_) {
    draft.noun = last_percent_->noun;
    draft.what = last_percent_->what;
  }
  borrow_noun(draft);
  Figure figure;
  figure.span = span_of(c_, draft.begin, draft.end);
  figure.min = draft.min;
  figure.max = draft.max;
  figure.bound = draft.bound;
  figure.unit = draft.unit;
  figure.what = draft.what;
  figure.rule = draft.rule;
  CategoryQuestion question{draft.begin, draft.end, draft.noun};
  question.borrowed = draft.borrowed;
  const bool same_noun = draft.borrowed && last_ && last_->noun == draft.noun;
  const bool part = c_.before(draft.begin, role_including) && last_ && same_sentence(last_->end, draft.begin);
  if ((part || same_noun) && last_ && last_->category) question.inherited = *last_->category;
  figure.category = draft.category ? *draft.category : categorize(c_, question);
  read_status(c_, draft.begin, draft.end, figure);
  read_place_and_time(c_, draft.begin, draft.end, figure);
  if (draft.counted) {
    last_ = draft;
    last_->category = figure.category;
    if (!draft.borrowed) total_ = nullptr;
  }
  if (figure.category == FigureCategory::percent && !draft.what.empty()) last_percent_ = draft;
  previous_ = std::move(draft);
  document_.figures.push_back(std::move(figure));
}

}  // namespace

Words load_words() {
  return {load_vocabulary(Language::french), load_vocabulary(Language::english)};
}

void find_figures(Document& document, const Words& words) {
  document.figures.clear();
  const bool english = document.language == Language::english;
  const std::vector<Word> scanned = scan(document.text, english ? Language::english : Language::french);
  Finder(document, english ? words.english : words.french, scanned).run();
}

std::span<const std::string_view> rules() {
  return rule_names;
}

}  // namespace recoupe::quantities
