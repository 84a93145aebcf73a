// The fixed words that say why a stretch was taken out (Removed::why). They are part of the output's
// contract: add freely, rename none.
#pragma once

#include <string_view>

namespace recoupe::clean::why {

// Of the site, not of the article.
inline constexpr std::string_view share_bar = "share-bar";        // «Partager sur Facebook», «Imprimer»
inline constexpr std::string_view menu = "menu";                  // menus, breadcrumbs, «Se connecter»
inline constexpr std::string_view site_header = "site-header";    // the site's name or motto above the title
inline constexpr std::string_view related = "related";            // «À lire aussi» and the links below it
inline constexpr std::string_view newsletter = "newsletter";      // «Inscrivez-vous à notre newsletter»
inline constexpr std::string_view subscription = "subscription";  // «Article réservé aux abonnés»
inline constexpr std::string_view donation = "donation";  // «Cet article vous a plu ? Soutenez-nous…»
inline constexpr std::string_view cookies = "cookies";
inline constexpr std::string_view advertising = "advertising";  // «La suite après la publicité»
inline constexpr std::string_view comments = "comments";        // «Commentaires (3)» and what stands below
inline constexpr std::string_view tags = "tags";                // «Mots-clés : …»
inline constexpr std::string_view app = "app";  // «Téléchargez notre application», «Version mobile»
inline constexpr std::string_view player = "player";              // «VIDÉO – Regarder le reportage»
inline constexpr std::string_view legal = "legal";                // «Tous droits réservés»
inline constexpr std::string_view link = "link";                  // an address alone on its line
inline constexpr std::string_view slug = "slug";                  // crue-roya-breil, IMG_2034.jpg
inline constexpr std::string_view other_script = "other-script";  // a line in another alphabet
// Of a web page.
inline constexpr std::string_view code = "code";          // scripts, styles, drawings: never text
inline constexpr std::string_view hidden = "hidden";      // not shown by a browser
inline constexpr std::string_view repeated = "repeated";  // the same paragraph stood above
inline constexpr std::string_view page = "page";          // around the article, and nothing better is known
inline constexpr std::string_view author_box = "author-box";  // who the author is, below the article
// Of the article, but not its words: they become metadata where they can be read.
inline constexpr std::string_view photo_credit = "photo-credit";
inline constexpr std::string_view caption = "caption";
inline constexpr std::string_view byline = "byline";        // «Par X», «C.O. avec AFP»
inline constexpr std::string_view published = "published";  // «Publié le …», «Mis à jour le …»
inline constexpr std::string_view reading_time = "reading-time";  // «Lecture 3 min.»

}  // namespace recoupe::clean::why
