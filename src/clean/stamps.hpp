// Stamps: lines that say when and by whom an article was published.
//   Publié le 12 mars 2024 à 20h31 – Mis à jour à 21h04
//   Par Inès Cavallo et Hugo Rastelli
//   Mardi 12 mars 2024 – 20:10 – Par Radio Corniche (avec ALP)
//   By Tom Ashcombe in Menton
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clean/dates.hpp"
#include "clean/lines.hpp"
#include "clean/words.hpp"

namespace recoupe::clean {

struct Stamp {
  bool dated = false;    // says or would say when
  bool signed_ = false;  // says or would say by whom
  std::vector<std::string> authors;
  std::optional<WrittenDate> date;  // span: bytes of the page's text
  bool bare_name = false;           // nothing but a name: its place must tell that it is the author's
  bool updated_only = false;        // the date is that of a later change

  bool found() const { return dated || signed_; }
};

// Reads a line that is nothing but a stamp; one with any word besides is none.
Stamp read_stamp(const Line& line, const Words& words);

// A line that signs the article without saying «Par»: «Francesca de Villasmundo», «C.O. avec ALP», «gv/mt»,
// «(Reporting by A. B. in Nice; editing by C. D.)», «X contributed to this report.» Only to be asked of lines
// at the edge of the article.
Stamp read_signature(const Line& line, const Words& words);

// The date of a dateline at the head of a paragraph: «10 janvier 2016 . –», «Friday, July 21, 2017 A group…»,
// «PARIS (AFP), 12 mars 2024 –». The words stay in the text.
std::optional<WrittenDate> dateline_date(const Line& line);

}  // namespace recoupe::clean
