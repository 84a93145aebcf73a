#include "intake/docx.hpp"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>

#include "intake/bytes.hpp"
#include "intake/page_of.hpp"

namespace recoupe::intake {
namespace {

using pugi::xml_node;

constexpr size_t markup_per_text = 16;  // how much longer than its words a document's XML may be

// What is in the file and not in the text: old versions, codes, the second form of what an old program cannot
// show.
constexpr std::array left_out = {"w:del",       "w:moveFrom", "w:instrText", "w:delText",
                                 "mc:Fallback", "w:pPr",      "w:rPr",       "w:sectPr"};

bool is_left_out(std::string_view name) {
  for (const char* other : left_out)
    if (name == other) return true;
  return false;
}

void write_element(std::string_view name, const xml_node& node, std::string& out) {
  if (name == "w:t") out += node.child_value();
  if (name == "w:tab") out += '\t';
  if (name == "w:br" || name == "w:cr") out += '\n';
  if (name == "w:noBreakHyphen") out += "\u2011";
}

// A blank line, but not at the beginning, and never two.
void end_paragraph(std::string& out) {
  while (out.ends_with(' ') || out.ends_with('\t') || out.ends_with('\n')) out.pop_back();
  if (!out.empty()) out += "\n\n";
}

}  // namespace

Result<std::string> docx_text(std::string& xml) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer_inplace(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_auto);
  if (!parsed) return Error{{}, fmt::format("its text is broken XML at byte {}", parsed.offset)};
  std::string out;
  // In the order of the file, without recursion: down, else to the next, else up.
  const xml_node root = document.document_element();
  for (xml_node node = root; node;) {
    const std::string_view name = node.name();
    const bool enter = !is_left_out(name);
    if (enter) write_element(name, node, out);
    if (enter && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      if (std::string_view(node.name()) == "w:p") end_paragraph(out);
    }
    if (!node || node == root) break;
    node = node.next_sibling();
  }
  end_paragraph(out);
  if (out.ends_with("\n\n")) out.pop_back();
  return out;
}

Result<Page> read_docx(const std::string& path, const ZipEntry& entry, const Options& options) {
  Result<std::unique_ptr<Stored>> stored = open_zip_entry(path, entry, options);
  if (!stored.ok()) return Error{path, stored.error().what};
  const std::unique_ptr<ByteReader> bytes = ByteReader::over(stored.take(), options);
  std::string xml;
  if (bytes->rest(xml, options.max_article_bytes * markup_per_text) == ByteReader::Got::too_long)
    return Error{path,
                 fmt::format("is longer than {} bytes, the most for one article", options.max_article_bytes)};
  if (bytes->failure()) return Error{path, *bytes->failure()};
  Result<std::string> text = docx_text(xml);
  if (!text.ok()) return Error{path, text.error().what};
  if (text.value().empty()) return Error{path, "is a document without text"};
  Page page;
  page.source_name = path;
  page.media_type = MediaType::docx;
  page.bytes = text.take();
  return page_of(std::move(page), "UTF-8");
}

}  // namespace recoupe::intake
