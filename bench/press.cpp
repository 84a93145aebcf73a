#include "press.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace recoupe::bench {
namespace {

// SplitMix64: standard generators give other numbers in other libraries.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t roll() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  uint32_t below(uint32_t end) { return static_cast<uint32_t>(roll() % end); }
  double share() { return static_cast<double>(roll() >> 11) * 0x1.0p-53; }

 private:
  uint64_t state_;
};

std::string made_word(uint64_t number, size_t syllables) {
  static constexpr std::array<const char*, 32> all = {"ba", "cor", "dé",  "fin", "ga",  "lo",  "mu",  "nar",
                                                      "pi", "ra",  "sel", "ti",  "va",  "chu", "bre", "cla",
                                                      "do", "fré", "gri", "lan", "mè",  "nou", "ple", "quin",
                                                      "ri", "sa",  "tor", "ve",  "zan", "jo",  "hau", "vil"};
  Dice dice(number * 2654435761u + syllables);
  std::string out;
  for (size_t i = 0; i < syllables; ++i) out += all[dice.below(all.size())];
  return out;
}

std::string capital(std::string word) {
  word[0] = static_cast<char>(word[0] - 32);
  return word;
}

// Zipf over 30 000 words: the thousandth is a thousand times rarer than the first.
std::string common_word(Dice& dice) {
  constexpr double vocabulary = 30000;
  const auto rank = static_cast<uint64_t>(std::exp(dice.share() * std::log(vocabulary)));
  return made_word(rank, rank < 40 ? 1 : rank < 1500 ? 2 : 3);
}

constexpr std::array<const char*, 8> small_words = {"le", "la", "de", "et", "à", "un", "dans", "pour"};
constexpr std::array<const char*, 12> first_names = {"Anne",   "Paul",  "Sophie", "Marc", "Julie", "Hugo",
                                                     "Claire", "Louis", "Nadia",  "Yves", "Léa",   "Karim"};
struct Counted {
  const char* noun;
  FigureCategory category;
};
constexpr std::array<Counted, 5> counted = {{{"morts", FigureCategory::killed},
                                             {"blessés", FigureCategory::injured},
                                             {"habitants", FigureCategory::people},
                                             {"maisons", FigureCategory::objects},
                                             {"emplois", FigureCategory::other}}};

struct Event {
  uint32_t number = 0;
  int day = 0;
  std::string town;
  std::array<std::string, 4> people;
  std::array<std::string, 2> bodies;
  std::array<std::string, 14> subject;  // the words that its articles come back to
  std::array<uint32_t, 5> figures{};
};

Event make_event(uint32_t number, int days) {
  Dice dice(0x5707 + number);
  Event out;
  out.number = number;
  out.day = static_cast<int>(dice.below(static_cast<uint32_t>(days)));
  out.town = capital(made_word(dice.below(4000) + 100000, 3));
  for (auto& person : out.people)
    person = fmt::format("{} {}", first_names[dice.below(first_names.size())],
                         capital(made_word(dice.below(20000) + 200000, 3)));
  for (auto& body : out.bodies)
    body = capital(made_word(dice.below(3000) + 300000, 2)) + " " +
           capital(made_word(dice.below(3000) + 400000, 2));
  for (auto& word : out.subject) word = made_word(dice.below(6000), 3);
  for (auto& figure : out.figures) figure = 2 + dice.below(dice.below(2) == 0 ? 40 : 4000);
  return out;
}

std::string iso(int day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

// Writes an article and marks, as it goes, what reading would have found.
class Pen {
 public:
  Pen(const Event& event, Dice& dice) : event_(event), dice_(dice) {}

  Document write(uint32_t sentences) {
    words(9, true);
    d_.title = d_.text;
    d_.text += "\n\n";
    for (uint32_t i = 0; i < sentences; ++i) {
      const auto begin = at();
      switch (dice_.below(6)) {
        case 0:
          statement();
          break;
        case 1:
          figure();
          break;
        case 2:
          time();
          break;
        default:
          words(10 + dice_.below(14), false);
      }
      Sentence sentence;
      sentence.span = {begin, at()};
      d_.sentences.push_back(sentence);
      d_.text += i % 4 == 3 ? "\n\n" : " ";
    }
    return std::move(d_);
  }

 private:
  uint32_t at() const { return static_cast<uint32_t>(d_.text.size()); }

  void mention(const std::string& name, EntityKind kind) {
    uint32_t id = 0;
    while (id < d_.entities.size() && d_.entities[id].name != name) ++id;
    if (id == d_.entities.size()) {
      Entity entity;
      entity.name = name;
      entity.kind = kind;
      d_.entities.push_back(entity);
    }
    d_.mentions.push_back({EntityId{id}, {at(), at() + static_cast<uint32_t>(name.size())}, kind});
    d_.text += name;
  }

  void words(uint32_t count, bool title) {
    d_.text += capital(common_word(dice_));
    for (uint32_t i = 1; i < count; ++i) {
      d_.text += ' ';
      const uint32_t kind = dice_.below(title ? 10 : 24);
      if (kind == 0)
        mention(event_.town, EntityKind::place);
      else if (kind == 1)
        mention(event_.people[dice_.below(4)], EntityKind::person);
      else if (kind == 2)
        mention(event_.bodies[dice_.below(2)], EntityKind::organisation);
      else if (kind < 6)
        d_.text += event_.subject[dice_.below(14)];
      else if (kind < 14)
        d_.text += small_words[dice_.below(small_words.size())];
      else
        d_.text += common_word(dice_);
    }
    if (!title) d_.text += '.';
  }

  void statement() {
    Statement said;
    d_.text += "« ";
    const uint32_t begin = at();
    words(8 + dice_.below(12), false);
    d_.text.pop_back();
    said.span = {begin, at()};
    d_.text += " », a dit ";
    Attribution speaker;
    speaker.name = event_.people[dice_.below(4)];
    mention(speaker.name, EntityKind::person);
    speaker.entity = d_.mentions.back().entity;
    speaker.mention = d_.mentions.back().span;
    said.attribution.push_back(speaker);
    d_.statements.push_back(said);
    d_.text += '.';
  }

  void figure() {
    const uint32_t kind = dice_.below(counted.size());
    Figure figure;
    const double value = event_.figures[kind] + (dice_.below(5) == 0 ? 1 : 0);
    d_.text += "On compte ";
    figure.span.begin = at();
    d_.text += fmt::format("{} ", value);
    figure.what.begin = at();
    d_.text += counted[kind].noun;
    figure.span.end = figure.what.end = at();
    figure.min = figure.max = value;
    figure.category = counted[kind].category;
    d_.figures.push_back(figure);
    d_.text += " à ";
    mention(event_.town, EntityKind::place);
    d_.text += ' ';
    words(8, false);
  }

  void time() {
    Time time;
    d_.text += "Le ";
    const uint32_t begin = at();
    time.value = iso(event_.day + static_cast<int>(dice_.below(6)));
    d_.text += time.value;
    time.span = {begin, at()};
    d_.times.push_back(time);
    d_.text += ' ';
    words(12, false);
  }

  const Event& event_;
  Dice& dice_;
  Document d_;
};

// What has a span is kept where it lies in the first `size` bytes.
Document cut(const Document& whole, uint32_t size) {
  Document out = whole;
  out.text.resize(size);
  const auto beyond = [&](const auto& item) { return item.span.end > size; };
  std::erase_if(out.sentences, beyond);
  std::erase_if(out.mentions, beyond);
  std::erase_if(out.times, beyond);
  std::erase_if(out.figures, beyond);
  std::erase_if(out.statements, [&](const Statement& s) {
    return beyond(s) || (!s.attribution.empty() && s.attribution[0].mention.end > size);
  });
  return out;
}

void publish(Document& d, int day, uint32_t number, Dice& dice) {
  d.id = fmt::format("{:016x}", number * 0x9E3779B97F4A7C15ull);
  d.source_name = fmt::format("press/{}.txt", number);
  d.language = Language::french;
  const std::string date = fmt::format("{}T{:02}:{:02}", iso(day), dice.below(24), dice.below(60));
  d.published = PublicationDate{date, DateBasis::metadata, date.substr(0, 10), date.substr(0, 10), {}};
  d.outlet = Outlet{fmt::format("Journal {}", dice.below(300)), "", "", "newspaper"};
}

}  // namespace

Press make_press(uint32_t articles) {
  Press out;
  // Two hundred articles a day on two hundred desks: more articles, more days.
  const int days = std::max(30, static_cast<int>(articles / 200));
  for (uint32_t story = 0; out.articles.size() < articles; ++story) {
    Dice dice(0xA11CE + story);
    const Event event = make_event(story, days);
    // One article for most events, sixty for a few.
    const auto size = static_cast<uint32_t>(std::min(60.0, std::pow(1 - dice.share(), -0.9)));
    const auto first = static_cast<uint32_t>(out.articles.size());
    for (uint32_t i = 0; i < size && out.articles.size() < articles; ++i) {
      const auto number = static_cast<uint32_t>(out.articles.size());
      const bool reprint = i > 0 && dice.below(10) < 3;
      const uint32_t from = reprint ? first + dice.below(i) : number;
      Document made = reprint ? out.articles[from] : Pen(event, dice).write(14 + dice.below(14));
      if (reprint && dice.below(2) == 0)
        if (const size_t at = made.text.find("\n\n", made.text.size() / 2); at != std::string::npos)
          made = cut(made, static_cast<uint32_t>(at));
      publish(made, 15000 + event.day + static_cast<int>(dice.below(6)), number, dice);
      out.origin.push_back(reprint ? out.origin[from] : number);
      out.story.push_back(story);
      out.articles.push_back(std::move(made));
    }
  }
  return out;
}

}  // namespace recoupe::bench
