// Pages of the dossier's lists and of search results.
#pragma once

#include "serve/folder.hpp"
#include "serve/messages.hpp"

namespace recoupe::serve {

inline constexpr size_t most_items = 1000;  // on one page of a list

Response list_page(const Request& request, const Folder& folder, const std::string& name);
Response list_item(const Folder& folder, const std::string& name, const std::string& id);
Response search_page(const Request& request, const Folder& folder);
Response summary(const Folder& folder);

}  // namespace recoupe::serve
