#include "intake/feed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "base/utf8.hpp"
#include "intake/charset.hpp"
#include "intake/http_message.hpp"
#include "intake/json.hpp"
#include "intake/markup.hpp"
#include "intake/page_of.hpp"

namespace recoupe::intake {
namespace {

using pugi::xml_node;

// Feeds are read whole: a file may be as long as a few long articles.
constexpr size_t articles_a_feed = 4;

// "atom:entry" → "entry". Feeds declare the same few namespaces under the same prefixes; Atom comes with and
// without one.
std::string_view local_name(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_text(const xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// All text of an element; where it holds elements (Atom's xhtml, HTML that nobody escaped), their markup.
std::string content_of(const xml_node& element) {
  const bool plain = std::all_of(element.begin(), element.end(), [](const xml_node& node) {
    return is_text(node) || node.type() == pugi::node_comment;
  });
  std::string out;
  if (plain) {
    for (const xml_node& node : element)
      if (is_text(node)) out += node.value();
    return out;
  }
  std::ostringstream markup;
  for (const xml_node& node : element) node.print(markup, "", pugi::format_raw, pugi::encoding_utf8);
  return markup.str();
}

bool is_blank(std::string_view text) {
  return trimmed(text).empty();
}

std::string child_text(const xml_node& node, const char* name) {
  const xml_node child = node.child(name);
  return child ? text_of_markup(content_of(child)) : std::string();
}

template <size_t N>
std::string first_text(const xml_node& node, const std::array<const char*, N>& names) {
  for (const char* name : names)
    if (std::string text = child_text(node, name); !text.empty()) return text;
  return {};
}

struct Field {
  const char* name;
  bool whole;  // the article, not its summary
};
constexpr std::array body_fields = {
    Field{"content:encoded", true}, Field{"content", true},      Field{"atom:content", true},
    Field{"xhtml:body", true},      Field{"body", true},         Field{"description", false},
    Field{"summary", false},        Field{"atom:summary", false}};

void take_body(const xml_node& item, Page& page) {
  for (const Field& field : body_fields) {
    const xml_node element = item.child(field.name);
    if (!element) continue;
    std::string value = content_of(element);
    if (is_blank(value)) continue;
    const std::string_view type = element.attribute("type").value();
    const bool html = type != "text/plain" && (type == "xhtml" || has_markup(value));
    page.media_type = html ? MediaType::html : MediaType::plain_text;
    page.bytes = std::move(value);
    return;
  }
}

std::string link_of(const xml_node& item) {
  if (std::string original = child_text(item, "feedburner:origLink"); !original.empty()) return original;
  std::string any;
  for (const xml_node& node : item.children()) {
    if (local_name(node.name()) != "link") continue;
    const std::string_view relation = node.attribute("rel").value();
    const std::string address(trimmed(node.attribute("href")
                                          ? std::string_view(node.attribute("href").value())
                                          : std::string_view(node.child_value())));
    if (address.empty() || (!relation.empty() && relation != "alternate")) continue;
    if (any.empty()) any = address;
  }
  if (!any.empty()) return any;
  const xml_node guid = item.child("guid");
  const std::string_view address = trimmed(guid.child_value());
  const bool permanent = std::string_view(guid.attribute("isPermaLink").as_string("true")) != "false";
  return permanent && address.starts_with("http") ? std::string(address) : std::string();
}

// "redaction@fanal.example (Anne Morel)", the form that RSS prescribes.
std::string author_name(std::string text) {
  const size_t open = text.find('('), close = text.rfind(')');
  if (text.find('@') < open && open != std::string::npos && close != std::string::npos && close > open)
    return std::string(trimmed(std::string_view(text).substr(open + 1, close - open - 1)));
  return text.find('@') == std::string::npos ? text : std::string();
}

std::vector<std::string> authors_of(const xml_node& item) {
  std::vector<std::string> authors;
  for (const xml_node& node : item.children()) {
    const std::string_view name = node.name();
    std::string author;
    if (name == "dc:creator") author = text_of_markup(content_of(node));
    if (local_name(name) == "author" && !name.starts_with("itunes:"))
      author = node.child("name") || node.child("atom:name")
                   ? first_text(node, std::array{"name", "atom:name"})
                   : author_name(text_of_markup(content_of(node)));
    if (!author.empty() && std::find(authors.begin(), authors.end(), author) == authors.end())
      authors.push_back(std::move(author));
  }
  return authors;
}

// Of the feed as a whole, for items that do not say it themselves.
struct Channel {
  std::string title, language;
};

Channel channel_of(const xml_node& root) {
  const xml_node channel = root.child("channel") ? root.child("channel") : root;
  Channel out{first_text(channel, std::array{"title", "atom:title"}),
              first_text(channel, std::array{"language", "dc:language"})};
  if (out.language.empty()) out.language = root.attribute("xml:lang").value();
  return out;
}

void take_metadata(const xml_node& item, const Channel& channel, GivenMetadata& given) {
  given.title = first_text(item, std::array{"title", "atom:title", "dc:title"});
  given.url = link_of(item);
  given.published = first_text(item, std::array{"pubDate", "published", "atom:published", "dc:date", "issued",
                                                "dcterms:issued", "updated", "atom:updated"});
  given.authors = authors_of(item);
  const xml_node source = item.child("source") ? item.child("source") : item.child("atom:source");
  given.outlet = source.child("title") ? child_text(source, "title") : text_of_markup(content_of(source));
  if (given.outlet.empty()) given.outlet = channel.title;
  given.language = item.attribute("xml:lang").value();
  if (given.language.empty()) given.language = first_text(item, std::array{"dc:language", "language"});
  if (given.language.empty()) given.language = channel.language;
}

bool skipped(const RecordStream& stream, uint64_t number) {
  return stream.only != nullptr && !stream.only->contains(number);
}

Result<Page> item_page(const xml_node& item, const Channel& channel, const std::string& name,
                       const Options& options) {
  Page page;
  page.source_name = name;
  take_body(item, page);
  if (page.bytes.empty()) return Error{name, "has a title and no text; get the page with 'recoupe fetch'"};
  if (page.bytes.size() > options.max_article_bytes)
    return Error{name,
                 fmt::format("is longer than {} bytes, the most for one article", options.max_article_bytes)};
  take_metadata(item, channel, page.given);
  return page_of(std::move(page), "UTF-8");
}

// The whole file; an Error where it is too long or broken off.
Result<std::string> whole_feed(const RecordStream& stream) {
  std::string text;
  const size_t most = stream.options.max_article_bytes * articles_a_feed;
  if (stream.bytes.rest(text, most) == ByteReader::Got::too_long)
    return Error{stream.path, fmt::format("is a feed longer than {} bytes", most)};
  if (stream.bytes.failure()) return Error{stream.path, *stream.bytes.failure()};
  if (utf8::valid(text)) return text;
  Page page;
  page.bytes = std::move(text);
  if (const Outcome decoded = decode(page); !decoded.ok()) return Error{stream.path, decoded.error().what};
  return page.text();
}

}  // namespace

bool read_xml_feed(const RecordStream& stream, const Take& take) {
  Result<std::string> text = whole_feed(stream);
  if (!text.ok()) return take(text.error());
  pugi::xml_document document;
  // No entity but XML's five is ever replaced, and no other file is ever asked for: there is nothing to blow
  // up.
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(text.value().data(), text.value().size(),
                                   pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  const xml_node root = document.document_element();
  const Channel channel = channel_of(root);
  uint64_t number = 0;
  const auto items_of = [&](const xml_node& parent) {
    for (const xml_node& item : parent.children()) {
      const std::string_view name = local_name(item.name());
      if (name != "item" && name != "entry") continue;
      if (skipped(stream, ++number)) continue;
      if (!take(item_page(item, channel, fmt::format("{}!{}", stream.path, number), stream.options)))
        return false;
    }
    return true;
  };
  if (!items_of(root)) return false;
  for (const xml_node& node : root.children("channel"))
    if (!items_of(node)) return false;
  if (!parsed)
    return take(Error{stream.path, fmt::format("is broken XML at byte {} ({}); the rest is not read",
                                               parsed.offset, parsed.description())});
  return number > 0 || take(Error{stream.path, "is a feed without items"});
}

namespace {

Page json_item(const Json& item, const Channel& channel) {
  Page page;
  for (const auto& [field, html] :
       {std::pair{"content_html", true}, std::pair{"content_text", false}, std::pair{"summary", false}}) {
    if (!item.is_object()) break;
    std::string value = plain_field(item, field);
    if (is_blank(value)) continue;
    page.media_type = html && has_markup(value) ? MediaType::html : MediaType::plain_text;
    page.bytes = std::move(value);
    break;
  }
  if (page.bytes.empty()) return page;
  GivenMetadata& given = page.given;
  given.title = plain_field(item, "title");
  given.url = plain_field(item, "url");
  if (given.url.empty()) given.url = plain_field(item, "external_url");
  if (given.url.empty() && plain_field(item, "id").starts_with("http")) given.url = plain_field(item, "id");
  given.published = plain_field(item, "date_published");
  if (given.published.empty()) given.published = plain_field(item, "date_modified");
  given.language = plain_field(item, "language");
  if (given.language.empty()) given.language = channel.language;
  given.outlet = channel.title;
  for (const char* field : {"authors", "author"})
    if (const auto found = item.find(field); found != item.end() && given.authors.empty())
      given.authors = plain_names(*found);
  return page;
}

}  // namespace

bool read_json_feed(const RecordStream& stream, const Take& take) {
  Result<std::string> text = whole_feed(stream);
  if (!text.ok()) return take(text.error());
  std::string_view json = text.value();
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  const Result<Json> parsed = parse_json(json);
  if (!parsed.ok()) return take(Error{stream.path, parsed.error().what});
  const Json& feed = parsed.value();
  const auto items = feed.find("items");
  if (items == feed.end() || !items->is_array() || items->empty())
    return take(Error{stream.path, "is a feed without items"});
  const Channel channel{plain_field(feed, "title"), plain_field(feed, "language")};
  uint64_t number = 0;
  for (const Json& item : *items) {
    if (skipped(stream, ++number)) continue;
    Page page = json_item(item, channel);
    page.source_name = fmt::format("{}!{}", stream.path, number);
    const bool empty = page.bytes.empty();
    if (!take(empty ? Result<Page>(Error{page.source_name, "has no text; get the page with 'recoupe fetch'"})
                    : page_of(std::move(page), "UTF-8")))
      return false;
  }
  return true;
}

}  // namespace recoupe::intake
