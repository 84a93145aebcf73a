#include "clean/outlet.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

Outlet from(const Medium& medium) {
  return {medium.name, medium.domain, medium.country, medium.kind};
}

// What the name of an unknown medium says of its kind.
std::string kind_of(std::string_view name) {
  const std::string folded = utf8::fold(name);
  const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  if (first == "agence" || first == "agency") return "agency";
  if (first == "radio" || first == "tele" || first == "television") return "broadcaster";
  return {};
}

Outlet named(std::string_view name, const Words& words) {
  const auto found = words.media_by_name.find(utf8::fold(name));
  if (found != words.media_by_name.end()) return from(words.media[found->second]);
  return {std::string(name), {}, {}, kind_of(name)};
}

bool has_lower(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    if (utf8::is_lower(d.code_point)) return true;
    i += d.size;
  }
  return false;
}

// The same words in another line of the page, as they are written there: «LE FANAL», «… que Le Fanal a pu
// consulter». Empty where they do not come back.
std::string written_elsewhere(const std::vector<Line>& lines, size_t header,
                              const std::vector<std::string>& name) {
  for (size_t k = 0; k < lines.size(); ++k) {
    if (k == header) continue;
    const Line& line = lines[k];
    for (size_t i = 0; i + name.size() <= line.words.size(); ++i) {
      size_t same = 0;
      while (same < name.size() && line.word(i + same) == name[same]) ++same;
      const Span span{line.words[i].text.begin, line.words[i + name.size() - 1].text.end};
      if (same == name.size() && line.words[i].capital && has_lower(slice(line.text, span)))
        return std::string(slice(line.text, span));
    }
  }
  return {};
}

// «Agence Ligure de Presse (ALP) – Service général» is «Agence Ligure de Presse»; «Site icon X» is «X».
std::string_view first_part(const Line& line) {
  const std::vector<Span> parts = segments(line.text);
  std::string_view name = parts.empty() ? std::string_view(line.text) : slice(line.text, parts.front());
  if (const size_t bracket = name.find(" ("); bracket != std::string_view::npos)
    name = name.substr(0, bracket);
  for (const std::string_view icon : {"Site icon ", "Site logo "})
    if (name.starts_with(icon)) name.remove_prefix(icon.size());
  return name;
}

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<Line> line = split_lines(name);
  std::vector<std::string> out;
  for (size_t i = 0; !line.empty() && i < line.front().words.size(); ++i)
    out.emplace_back(line.front().word(i));
  return out;
}

// «LE PHARE DE L'ESTUAIRE», which nothing else on the page writes otherwise, as «Le Phare de l'Estuaire».
// Left alone where it may be letters that are said one by one: «BFM».
std::string without_shouting(std::string_view name, const Words& words) {
  if (has_lower(name)) return std::string(name);
  std::vector<Line> line = split_lines(name);
  const Line& read = line.front();
  std::string out = read.text;
  if (read.words.size() < 2) return out;
  for (size_t i = read.words.size(); i-- > 0;) {
    const Span span = read.words[i].text;
    const bool small = (words.site_word(read.word(i)) & small_word) != 0;
    if (!small && span.size() <= 3) return std::string(name);
    std::string word = utf8::lower(slice(read.text, span));
    const uint32_t first = utf8::decode(read.text, span.begin).size;
    if (!small || i == 0)
      word =
          read.text.substr(span.begin, first) + utf8::lower(slice(read.text, {span.begin + first, span.end}));
    out.replace(span.begin, span.size(), word);
  }
  return out;
}

// One of its words is a word for a medium, and it is no section: «Radio Corniche», not «Live TV», «Contact».
bool is_named_like_a_medium(const std::vector<std::string>& name, const Words& words) {
  bool medium = false, own = false;
  for (const std::string& word : name) {
    const uint8_t bits = words.site_word(word);
    medium |= (bits & medium_word) != 0;
    own |= (bits & (menu_word | share_word | small_word)) == 0;
  }
  return medium && own && name.size() >= 2;
}

// The name at the top of the page: a line that went as the site's, and that is a known medium, or comes back
// in the page, or is named like one.
std::optional<Outlet> from_header(const std::vector<Line>& lines, const Words& words) {
  constexpr size_t highest = 5;  // lines; further down stand sections
  for (size_t k = 0; k < lines.size() && k < highest; ++k) {
    const Line& line = lines[k];
    if (line.why != why::site_header && line.why != why::menu) continue;
    const std::string_view name = first_part(line);
    const std::vector<std::string> folded = folded_words(name);
    if (folded.empty() || folded.size() > 6) continue;
    const auto known = words.media_by_name.find(utf8::fold(name));
    if (known != words.media_by_name.end() && (line.why == why::site_header || folded.size() >= 2))
      return from(words.media[known->second]);
    if (line.why != why::site_header) continue;
    if (const auto domain = words.media_by_domain.find(name); domain != words.media_by_domain.end())
      return from(words.media[domain->second]);
    const bool icon = line.text.starts_with("Site icon ") || line.text.starts_with("Site logo ");
    const bool own = icon || is_named_like_a_medium(folded, words);
    const std::string elsewhere =
        own || !has_lower(name) ? written_elsewhere(lines, k, folded) : std::string();
    if (!elsewhere.empty() && folded.size() >= 2) return named(elsewhere, words);
    if (own) return named(without_shouting(name, words), words);
  }
  return std::nullopt;
}

// «La Gazette du Large ne vit que de vos dons»: capitals from the article on, around a word for a medium.
std::string medium_named_at(const Line& line, size_t i, const Words& words) {
  const std::string_view article = line.word(i);
  if (!line.words[i].capital || (article != "la" && article != "le" && article != "l" && article != "the"))
    return {};
  size_t end = i + 1;
  bool medium = false;
  for (size_t k = i + 1; k < line.words.size() && k < i + 7; ++k) {
    if (line.words[k].capital) {
      medium |= k <= i + 2 && (words.site_word(line.word(k)) & medium_word) != 0;
      end = k + 1;
    } else if ((words.site_word(line.word(k)) & small_word) == 0) {
      break;
    }
  }
  if (!medium || end < i + 2) return {};
  return std::string(slice(line.text, {line.words[i].text.begin, line.words[end - 1].text.end}));
}

// «Avec votre soutien, France-Soir continuera…»: a medium that a plea speaks of.
std::optional<Outlet> from_plea(const std::vector<Line>& lines, const Words& words) {
  for (const Line& line : lines) {
    const bool plea =
        line.why == why::donation || line.why == why::subscription || line.why == why::newsletter;
    if (!plea) continue;
    for (size_t i = 0; i < line.words.size(); ++i) {
      if (!line.words[i].capital) continue;
      if (const std::string name = medium_named_at(line, i, words); !name.empty()) return named(name, words);
      std::string key;
      for (size_t k = i; k < line.words.size() && k < i + 5; ++k) {
        key = utf8::fold(slice(line.text, {line.words[i].text.begin, line.words[k].text.end}));
        const auto found = words.media_by_name.find(key);
        if (found != words.media_by_name.end() && !words.media[found->second].common)
          return from(words.media[found->second]);
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::string domain_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (const size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  std::string out = utf8::lower(host);
  for (const std::string_view prefix : {"www.", "m.", "amp.", "mobile."})
    if (out.starts_with(prefix)) out.erase(0, prefix.size());
  return out.find('.') == std::string::npos ? std::string() : out;
}

std::optional<Outlet> find_outlet(const GivenMetadata& given, const std::vector<Line>& lines,
                                  const Words& words) {
  const std::string domain = domain_of(given.url);
  std::optional<Outlet> outlet;
  if (!given.outlet.empty()) {
    outlet = named(given.outlet, words);
  } else if (!domain.empty()) {
    // news.sky.com is listed as such; edition.cnn.com under cnn.com.
    for (std::string_view host = domain; !outlet && host.find('.') != std::string_view::npos;
         host.remove_prefix(host.find('.') + 1))
      if (const auto found = words.media_by_domain.find(host); found != words.media_by_domain.end())
        outlet = from(words.media[found->second]);
    if (!outlet) outlet = from_header(lines, words);
    if (!outlet) outlet = Outlet{domain, domain, {}, {}};
  } else {
    outlet = from_header(lines, words);
    if (!outlet) outlet = from_plea(lines, words);
  }
  if (outlet && !domain.empty()) outlet->domain = domain;
  return outlet;
}

}  // namespace recoupe::clean
