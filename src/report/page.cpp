#include "report/page.hpp"

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "report/article_json.hpp"
#include "report/dossier_json.hpp"

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

// Nothing may be loaded or sent, and only the program and the style that were built with this file may run:
// each is named by its digest, so that markup which slipped in from an article could do nothing.
std::string policy(std::string_view script, std::string_view style) {
  return fmt::format(
      "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action "
      "'none'",
      sha256_base64(script), sha256_base64(style));
}

}  // namespace

std::string page_html(std::string_view title, std::string_view dossier_json,
                      const std::vector<std::string>& articles) {
  const std::string_view script = embedded("page.js");
  const std::string_view style = embedded("page.css");
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Recoupe\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
      "<noscript><p>This page is drawn by the program inside it, which needs JavaScript; nothing is loaded "
      "from the network. The same data lie beside it as CSV and JSON. — Cette page a besoin de JavaScript ; "
      "les mêmes données se trouvent à côté, en CSV et en JSON.</p></noscript>\n",
      policy(script, style), html_text(title), style);
  out += "<script type=\"application/json\" id=\"dossier\">";
  append_json(out, dossier_json);
  out += "</script>\n<script type=\"application/json\" id=\"articles\">[";
  for (size_t i = 0; i < articles.size(); ++i) {
    if (i > 0) out += ",\n";
    append_json(out, articles[i]);
  }
  out += "]</script>\n<script>";
  out += script;
  out += "</script>\n</body>\n</html>\n";
  return out;
}

std::string page_html(const Dossier& dossier) {
  std::vector<std::string> articles;
  articles.reserve(dossier.articles.size());
  for (const Document& document : dossier.articles) articles.push_back(article_json(document));
  const Story* largest = nullptr;
  for (const Story& story : dossier.stories)
    if (largest == nullptr || story.articles.size() > largest->articles.size()) largest = &story;
  const std::string title = largest != nullptr && !largest->title.empty() ? largest->title : "Recoupe";
  return page_html(title, dossier_json(dossier), articles);
}

}  // namespace recoupe::report
