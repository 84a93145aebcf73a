#include "report/page.hpp"

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "report/article_json.hpp"
#include "report/dossier_json.hpp"
#include "report/outlines.hpp"

namespace recoupe::report {

std::string_view embedded(std::string_view path);

namespace {

// JSON inside a script element: '<' would let a text end the element («</script>») or open a comment, and
// U+2028/9 are line ends to some readers. All three stand only within strings, where an escape says the same.
void append_json(std::string& out, std::string_view json) {
  for (size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '<') {
      out += "\\u003c";
    } else if (json.compare(i, 3, "\u2028") == 0 || json.compare(i, 3, "\u2029") == 0) {
      out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
}

void append_block(std::string& out, std::string_view id, std::string_view json) {
  out += fmt::format("<script type=\"application/json\" id=\"{}\">", id);
  append_json(out, json);
  out += "</script>\n";
}

constexpr std::string_view without_script =
    "<noscript><p>This page is drawn by the program inside it, which needs JavaScript; nothing is loaded "
    "from "
    "the network. The same data lie beside it as CSV and JSON. — Cette page a besoin de JavaScript ; les "
    "mêmes "
    "données se trouvent à côté, en CSV et en JSON.</p></noscript>\n";

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

// Nothing may be loaded, nothing sent but corrections to the server that the page came from (there is none
// when it was opened from disk), and only the program and the style that were built with this file may run:
// each is named by its digest, so that markup which slipped in from an article could do nothing.
std::string policy(std::string_view script, std::string_view style) {
  return fmt::format(
      "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; connect-src 'self'; base-uri "
      "'none'; form-action "
      "'none'",
      sha256_base64(script), sha256_base64(style));
}

}  // namespace

std::string page_html(const PageData& data) {
  const std::string_view script = embedded("page.js");
  const std::string_view style = embedded("page.css");
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Recoupe\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}",
      policy(script, style), html_text(data.title), style, without_script);
  append_block(out, "dossier", data.dossier);
  append_block(out, "outlines", data.outlines.empty() ? "null" : data.outlines);
  out += "<script type=\"application/json\" id=\"articles\">[";
  for (size_t i = 0; i < data.articles.size(); ++i) {
    if (i > 0) out += ",\n";
    append_json(out, data.articles[i]);
  }
  out += "]</script>\n<script>";
  out += script;
  out += "</script>\n</body>\n</html>\n";
  return out;
}

std::string page_html(const Dossier& dossier) {
  PageData data{"Recoupe", dossier_json(dossier), {}, outlines_json(dossier)};
  data.articles.reserve(dossier.articles.size());
  for (const Document& document : dossier.articles) data.articles.push_back(article_json(document));
  const Story* largest = nullptr;
  for (const Story& story : dossier.stories)
    if (largest == nullptr || story.articles.size() > largest->articles.size()) largest = &story;
  if (largest != nullptr && !largest->title.empty()) data.title = largest->title;
  return page_html(data);
}

}  // namespace recoupe::report
