// One stable line of text for each noun, without offsets: what cases.txt, failure messages and golden files
// are written in.
//   time       «mercredi dernier» date 2016-10-19
//   figure     «Au moins 16 000 personnes» 16000.. at_least personnes displaced
//   statement  direct «Nous avons vu…» by Gary Volesky (le général américain) cue «a affirmé» asserted
//   mention    «Mossoul» place Mossoul IQ
//   movement   who «Des familles» from «Mossoul» to «Raqqa» hedged
//   event      assault actor «Des rebelles» target «une base» place Alep time 2016-10-17 «12 morts» asserted
#pragma once

#include <string>

#include "document/document.hpp"

namespace recoupe {

std::string print(const Document& document, const Time& time);
std::string print(const Document& document, const Figure& figure);
std::string print(const Document& document, const Statement& statement);
std::string print(const Document& document, const Mention& mention);
std::string print(const Document& document, const Name& name);
std::string print(const Document& document, const Movement& movement);
std::string print(const Document& document, const Event& event);
// 1500000, 3.5: no exponent, no trailing zeros.
std::string print_number(double value);

}  // namespace recoupe
