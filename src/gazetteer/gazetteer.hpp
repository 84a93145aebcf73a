// Named places of the world and what is known of them.
#pragma once

#include <string_view>

namespace recoupe::gazetteer {

class Gazetteer {};
Gazetteer load();

}  // namespace recoupe::gazetteer
