#include "intake/sniff.hpp"

#include <array>
#include <string>

#include "intake/csv.hpp"

namespace recoupe::intake {
namespace {

struct Magic {
  std::string_view bytes;
  size_t at;
  std::string_view what;
};

// What people drop into a folder of articles by mistake, named so that the message helps.
constexpr std::array magics = {
    Magic{"\xD0\xCF\x11\xE0", 0, "an old office document"},
    Magic{"{\\rtf", 0, "an RTF document"},
    Magic{"\x89PNG", 0, "an image"},
    Magic{"\xFF\xD8\xFF", 0, "an image"},
    Magic{"GIF8", 0, "an image"},
    Magic{"RIFF", 0, "an image or a sound"},
    Magic{"ID3", 0, "a sound"},
    Magic{"OggS", 0, "a sound"},
    Magic{"ftyp", 4, "a video"},
    Magic{"\x1F\x8B", 0, "a gzip within a gzip"},
    Magic{"BZh", 0, "a bzip2 archive"},
    Magic{"\xFD"
          "7zXZ",
          0, "an xz archive"},
    Magic{"7z\xBC\xAF", 0, "a 7z archive"},
    Magic{"Rar!", 0, "a RAR archive"},
    Magic{"\x28\xB5\x2F\xFD", 0, "a zstd archive"},
    Magic{"SQLite format 3", 0, "an SQLite database"},
    Magic{"\x7F"
          "ELF",
          0, "a program"},
};

bool blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  return text;
}

// Lower-cased, without byte order mark, leading blanks and the NUL bytes that UTF-16 puts between letters:
// enough to recognise markup, whatever the encoding.
std::string narrow(std::string_view head) {
  std::string out;
  for (const char c : head) {
    const bool mark = c == '\xEF' || c == '\xBB' || c == '\xBF' || c == '\xFF' || c == '\xFE';
    if (c == '\0' || (out.empty() && (mark || blank(c)))) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string_view without_comments(std::string_view markup) {
  while (markup.starts_with("<!--")) {
    const size_t end = markup.find("-->");
    markup = end == std::string_view::npos ? std::string_view{} : without_blanks(markup.substr(end + 3));
  }
  return markup;
}

constexpr std::array page_tags = {"html",   "head", "body",   "div",  "p",       "article", "section", "main",
                                  "span",   "a",    "h1",     "h2",   "h3",      "ul",      "table",   "meta",
                                  "script", "link", "header", "base", "strong",  "b",       "em",      "i",
                                  "br",     "img",  "figure", "nav",  "noscript"};

bool starts_with_tag(std::string_view markup) {
  if (!markup.starts_with('<')) return false;
  for (const std::string_view tag : page_tags)
    if (markup.substr(1).starts_with(tag) && markup.size() > tag.size() + 1) {
      const char after = markup[tag.size() + 1];
      if (after == '>' || after == '/' || blank(after)) return true;
    }
  return false;
}

// Where the brackets of the first line stand at its end.
enum class FirstLine { whole, open, not_json };

FirstLine first_line(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size() && text[i] != '\n'; ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (depth == 0 && !blank(c)) {
      return FirstLine::not_json;
    }
  }
  // A string cannot run over the end of a line: that line is broken, and the next one is its own record.
  return depth > 0 && !in_string && text.find('\n') != std::string_view::npos ? FirstLine::open
                                                                              : FirstLine::whole;
}

Kind sniff_json(std::string_view text) {
  const std::string_view inside = without_blanks(text.substr(1));
  if (text.front() == '[')
    return inside.starts_with('{') || inside.starts_with(']') ? Kind::json_values : Kind::plain_text;
  if (!inside.starts_with('"') && !inside.starts_with('}')) return Kind::plain_text;
  switch (first_line(text)) {
    case FirstLine::whole:
      return Kind::json_lines;
    case FirstLine::open:
      return Kind::json_values;
    default:
      return Kind::plain_text;
  }
}

// The first element is that of a feed; a stylesheet or a document type may stand before it.
bool is_feed(std::string_view markup) {
  if (!markup.starts_with("<?xml") && !markup.starts_with("<rss") && !markup.starts_with("<feed") &&
      !markup.starts_with("<atom:feed") && !markup.starts_with("<rdf:rdf") &&
      !markup.starts_with("<!doctype rss"))
    return false;
  for (const std::string_view root : {"<rss", "<feed", "<rdf:rdf", "<atom:feed", "<!doctype rss"})
    if (markup.find(root) != std::string_view::npos) return true;
  return false;
}

}  // namespace

bool looks_like_html(std::string_view head) {
  const std::string text = narrow(head.substr(0, 4096));
  const std::string_view markup = without_comments(text);
  if (starts_with_tag(markup) || markup.starts_with("<!doctype html")) return true;
  return markup.starts_with('<') && markup.find("<html") != std::string_view::npos;
}

Sniffed sniff(std::string_view head) {
  if (head.starts_with("%PDF-")) return {Kind::pdf, {}};
  if (head.starts_with("PK\x03\x04")) return {Kind::package, {}};
  for (const Magic& magic : magics)
    if (head.size() >= magic.at && head.substr(magic.at).starts_with(magic.bytes))
      return {Kind::binary, magic.what};
  if (head.starts_with("WARC/")) return {Kind::warc, {}};
  std::string_view text = head;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = without_blanks(text);
  if (text.starts_with('{') && text.substr(0, 4096).find("jsonfeed.org/version/") != std::string_view::npos)
    return {Kind::json_feed, {}};
  if (text.starts_with('{') || text.starts_with('[')) return {sniff_json(text), {}};
  const std::string lowered = narrow(head.substr(0, 4096));
  const std::string_view markup = without_comments(lowered);
  if (is_feed(markup)) return {Kind::feed, {}};
  if (looks_like_html(head)) return {Kind::html, {}};
  if (looks_like_csv(text)) return {Kind::csv, {}};
  return {};
}

}  // namespace recoupe::intake
