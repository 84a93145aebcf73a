#include "html/html.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "html/references.hpp"

namespace recoupe::html {
namespace {

// "p(un br deux) p(trois)"
std::string outline(const Tree& tree, NodeIndex from = 0) {
  std::string out;
  for (NodeIndex i = from + 1; i < tree[from].end; i = tree[i].end) {
    if (!out.empty()) out += ' ';
    if (tree[i].tag == Tag::text) {
      out += '"' + decode(slice(tree.text, tree[i].source)) + '"';
    } else {
      out += tree.name(i);
      if (tree[i].end > i + 1) out += '(' + outline(tree, i) + ')';
    }
  }
  return out;
}

std::string read(std::string_view page) {
  return outline(parse(page));
}

// Every node lies in its parent, in order, and text nodes hold all that is not markup.
void expect_sound(std::string_view page) {
  const Tree tree = parse(page);
  ASSERT_FALSE(tree.nodes.empty());
  EXPECT_EQ(tree[0].end, tree.nodes.size());
  uint32_t last = 0;
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    const Node& node = tree[i];
    ASSERT_LT(node.parent, i);
    ASSERT_LE(node.end, tree[node.parent].end);
    ASSERT_GT(node.end, i);
    ASSERT_GE(node.source.begin, last);
    ASSERT_LE(node.source.begin, node.source.end);
    ASSERT_LE(node.source.end, page.size());
    ASSERT_LE(node.source.end, tree[node.parent].source.end) << name(node.tag);
    last = node.source.begin;
  }
}

TEST(Html, EndTagsThatMayBeLeftOut) {
  EXPECT_EQ(read("<p>un<p>deux<div>trois</div>"), R"(p("un") p("deux") div("trois"))");
  EXPECT_EQ(read("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e"),
            R"(ul(li("a") li("b" ul(li("c"))) li("d")) "e")");
  EXPECT_EQ(read("<dl><dt>a<dd>b<dt>c</dl>"), R"(dl(dt("a") dd("b") dt("c")))");
  EXPECT_EQ(read("<table><tr><td>a<td>b<tr><th>c</table>d"), R"(table(tr(td("a") td("b")) tr(th("c"))) "d")");
  EXPECT_EQ(read("<table><td><table><tr><td>in</table>out<tr><td>x</table>"),
            R"(table(td(table(tr(td("in"))) "out") tr(td("x"))))");
  EXPECT_EQ(read("<h1>a<h2>b</h1>c"), R"(h1("a") h2("b") "c")");
  EXPECT_EQ(read("a</p>b</br>c"), R"("a" p "b" br "c")");
}

TEST(Html, EndTagsThatMeanNothing) {
  EXPECT_EQ(read("<div>a</span>b</div></div>c"), R"(div("a" "b") "c")");
  EXPECT_EQ(read("<div><table><tr><td>a</div>b</table>c</div>"), R"(div(table(tr(td("a" "b"))) "c"))");
  EXPECT_EQ(read("<body>a</body>b"), R"(body("a" "b"))");
}

TEST(Html, MisnestedFormatting) {
  EXPECT_EQ(read("<b>a<i>b</b>c</i>"), R"(b("a" i("b")) "c")");
  EXPECT_EQ(read("<p><b>a</p><p>b"), R"(p(b("a")) p("b"))");
  EXPECT_EQ(read("<a href=x>a<a href=y>b</a>c"), R"(a("a") a("b") "c")");
  // The link ends with the block that it was closed in.
  EXPECT_EQ(read("<section><a><div>a</a>b</div>c</section>"), R"(section(a(div("a" "b")) "c"))");
}

TEST(Html, HeadAndBody) {
  EXPECT_EQ(read("<!doctype html><html><head><title>a &amp; b</title><meta x></head><body>c</body></html>"),
            R"(html(head(title("a & b") meta) body("c")))");
  EXPECT_EQ(read("<head><link><p>c"), R"(head(link) p("c"))");
  EXPECT_EQ(read("<head><noscript><img></noscript></head>c"), R"(head(noscript) img "c")");
}

TEST(Html, RawTextIsNoMarkup) {
  EXPECT_EQ(read("<script>if (a<b) x('</p>')</script>c"), "script(\"if (a<b) x('</p>')\") \"c\"");
  EXPECT_EQ(read("<style>a>b{}</STYLE >c"), R"(style("a>b{}") "c")");
  EXPECT_EQ(read("<script><!-- <script>1</script> --></script>c"),
            R"(script("<!-- <script>1</script> -->") "c")");
  EXPECT_EQ(read("<script><!-- x</script>c"), R"(script("<!-- x") "c")");
  EXPECT_EQ(read("<textarea><p>&lt;</textarea>c"), R"(textarea("<p><") "c")");
}

TEST(Html, CommentsAndOddMarkup) {
  EXPECT_EQ(read("a<!-- <p> -->b<!-->c<!--->d<?php x ?>e<!x>f</>g"), R"("a" "b" "c" "d" "e" "f" "g")");
  EXPECT_EQ(read("5 < 6 <3 &"), R"("5 < 6 <3 &")");
  EXPECT_EQ(read("a<!-- never closed <p>b"), R"("a")");
  EXPECT_EQ(read("a<div class=\"x"), R"("a")");
}

TEST(Html, ForeignContent) {
  EXPECT_EQ(read("<svg><title>t</title><path/><style>x</style></svg>a"),
            R"(svg(title("t") path style("x")) "a")");
  EXPECT_EQ(read("<svg><path><p>a"), R"(svg(path) p("a"))");
  EXPECT_EQ(read("<svg><foreignObject><p>a</p></foreignObject></svg>b"), R"(svg(foreignobject(p("a"))) "b")");
}

TEST(Html, EveryNodeKnowsItsBytes) {
  const std::string page = "<div>a<b>c</b></div>d";
  const Tree tree = parse(page);
  EXPECT_EQ(slice(page, tree[1].source), "<div>a<b>c</b></div>");
  EXPECT_EQ(slice(page, tree[2].source), "a");
  EXPECT_EQ(slice(page, tree[3].source), "<b>c</b>");
  EXPECT_EQ(tree[1].content, 5u);
}

TEST(Html, Attributes) {
  const std::string page =
      R"(<a HREF='x?a=1&amp;b=2&copy=3' title=L&eacute;on b c="" href=second data-x = "1">)";
  const Tree tree = parse(page);
  EXPECT_EQ(tree.attribute(1, "href"), "x?a=1&b=2&copy=3");
  EXPECT_EQ(tree.attribute(1, "title"), "Léon");
  EXPECT_EQ(tree.attribute(1, "data-x"), "1");
  EXPECT_NE(tree.raw_attribute(1, "b").data(), nullptr);
  EXPECT_EQ(tree.raw_attribute(1, "none").data(), nullptr);
  EXPECT_EQ(read("<a href=/b/>c</a>d"), R"(a("c") "d")");
}

TEST(References, AsTheStandardReadsThem) {
  EXPECT_EQ(decode("&eacute;&eacute &#233;&#xE9;&#x27;"), "éé éé'");
  EXPECT_EQ(decode("&notit; &notin; &amp;lt; &unknown; & &; &#; &#x;"),
            "¬it; ∉ &lt; &unknown; & &; &#; &#x;");
  EXPECT_EQ(decode("&#146;&#128;"), "’€");  // Windows-1252 taken for Unicode
  EXPECT_EQ(decode("&#0;&#xD800;&#99999999999;"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decode("&AElig;&zwnj;&Aacute;"), "Æ\u200CÁ");
  EXPECT_EQ(decode("&CounterClockwiseContourIntegral;&NotEqualTilde;"), "∳≂̸");
  const Reference at = reference_at("x&eacute;y", 1);
  EXPECT_EQ(at.length, 8u);
  EXPECT_EQ(at.text(), "é");
}

// What would take a recursive or quadratic reader down, each in no time; the limit is for sanitizers on a
// busy machine.
TEST(Html, HostilePages) {
  const auto repeat = [](std::string_view part, size_t times) {
    std::string out;
    for (size_t i = 0; i < times; ++i) out += part;
    return out;
  };
  const std::vector<std::string> pages = {
      repeat("<div>", 100000),
      repeat("<div>", 100000) + repeat("</div>", 100000) + "x",
      repeat("<b><i>", 20000) + "<p>x<p>y",
      repeat("<a>", 100000),
      repeat("<table><tr><td>", 50000),
      repeat("<p>", 100000),
      repeat("<script><!--", 50000),
      repeat("<!--", 200000),
      repeat("<svg><p>", 100000),
      repeat("</p>", 100000),
      repeat("&", 1000000),
      repeat("&#", 300000) + repeat("1", 100000),
      "<div " + repeat("a=1 ", 1000000) + ">x",
      "<div " + repeat("a='", 300000),
      repeat("<ul><li>", 100000),
      repeat("<select><option>", 100000),
      repeat("<h1>", 100000),
      repeat("<x-y>", 100000) + repeat("</x-z>", 100000),
      std::string(100000, '\0') + "<p>\0x</p>",
      repeat("<", 500000),
      repeat("</", 500000),
      repeat("<a ", 500000),
      repeat("<title>", 100000),
  };
  for (const std::string& page : pages) {
    const auto start = std::chrono::steady_clock::now();
    expect_sound(page);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 20.0) << page.substr(0, 40);
  }
  const Tree deep = parse(pages[0]);
  EXPECT_TRUE(deep.too_deep);
  const Tree attributes = parse(pages[12]);
  EXPECT_EQ(attributes[1].attribute_count, most_attributes);
}

TEST(Html, CutAnywhereItStillReads) {
  const std::string page =
      "<!doctype html><html lang=fr><head><title>Crue</title><script>var a='<p>';</script></head><body>"
      "<article><h1>La crue</h1><p>Un&nbsp;mot <b>gras</b> et <a href=\"/x\">un "
      "lien</a>.</p><ul><li>a<li>b</ul>"
      "<table><tr><td>1<td>2</table><svg><path d='M0'/></svg><!-- c --></article></body></html>";
  for (size_t size = 0; size <= page.size(); ++size) expect_sound(std::string_view(page).substr(0, size));
}

}  // namespace
}  // namespace recoupe::html
