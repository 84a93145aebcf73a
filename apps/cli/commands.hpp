// The commands of the program. Each file NAME.cpp says what its flags are and runs it; main.cpp only lists
// them.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace recoupe::cli {

// Exit statuses, as documented: everything done; some inputs could not be read, or something does not hold;
// wrong usage.
inline constexpr int exit_done = 0;
inline constexpr int exit_incomplete = 1;
inline constexpr int exit_usage = 2;

// What a chosen command does once its flags are parsed; gives the exit status.
using Action = std::function<int()>;

// Each adds one subcommand to `app` and returns what it does.
Action add_dossier(CLI::App& app);
Action add_extract(CLI::App& app);
Action add_fetch(CLI::App& app);
Action add_parse(CLI::App& app);
Action add_relate(CLI::App& app);
Action add_search(CLI::App& app);
Action add_serve(CLI::App& app);
Action add_verify(CLI::App& app);

}  // namespace recoupe::cli
