// Tokens a second for segmentation, tags and trees, on one core. Checks that every sentence got one root.
//
// syntax_bench FILE…: the texts to read (French); without one, a paragraph of our own, many times over.

#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>

#include "segment/segment.hpp"
#include "syntax/syntax.hpp"

namespace {

using namespace recoupe;

constexpr const char* paragraph =
    "Le préfet a annoncé mardi que trois villages de la vallée seraient évacués avant la nuit. « Personne ne "
    "sera "
    "laissé seul », a-t-il dit aux habitants réunis devant la mairie. Selon les secours, au moins 1 200 "
    "personnes "
    "auraient déjà quitté leur maison pour gagner la ville voisine.\n\n";

double seconds_of(auto&& work) {
  const std::clock_t start = std::clock();  // time of this process: other work on the machine does not count
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void print(const char* what, size_t tokens, double seconds) {
  std::printf("%-10s %10.0f tokens/s\n", what, static_cast<double>(tokens) / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  Document document;
  document.language = Language::french;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    document.text += bytes.str() + "\n\n";
  }
  if (argc < 2)
    for (int i = 0; i < 4000; ++i) document.text += paragraph;
  const segment::Words segment_words = segment::load_words();
  const syntax::Words words = syntax::load_words();
  const syntax::Model& model = words.of_language[static_cast<size_t>(Language::french)];
  const double cutting = seconds_of([&] { segment::segment(document, segment_words); });
  syntax::Scratch scratch;
  const double tagging = seconds_of([&] {
    for (const Sentence& sentence : document.sentences) {
      syntax::read_codes(document, sentence, model, scratch);
      syntax::set_tags(document, sentence, model, scratch);
    }
  });
  const double all = seconds_of([&] { syntax::analyse(document, words); });
  const size_t count = document.tokens.size();
  print("segment", count, cutting);
  print("tags", count, tagging);
  print("tags+trees", count, all);
  size_t roots = 0;
  for (const Token& token : document.tokens) roots += token.head < 0;
  if (roots != document.sentences.size()) {
    std::printf("wrong: %zu roots in %zu sentences\n", roots, document.sentences.size());
    return 1;
  }
  return 0;
}
