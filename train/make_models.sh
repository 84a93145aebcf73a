#!/bin/bash
# train/make_models.sh DATA [BUILD]: makes models/fr.model, models/en.model and models/names.fr.model again from the
# folders DATA/treebanks (train/treebank.cpp names the files; no -test file among them) and DATA/wikinews-fr. The same
# data and dictionaries give the same bytes; models/*.md have their digests. About three minutes on two cores.
set -e
cd "$(dirname "$0")/.."
data=${1:?usage: train/make_models.sh DATA [BUILD]}
build=${2:-build}
cmake --build "$build" --target train_syntax
"$build/train/train_syntax" fr "$data/treebanks" models/fr.model fold_epochs=5 folds=4 epochs=12 &
french=$!
"$build/train/train_syntax" en "$data/treebanks" models/en.model fold_epochs=3 folds=3 epochs=9 tagger_epochs=9
wait $french
# names are learned on what the new taggers say
cmake --build "$build" --target train_names
"$build/train/train_names" fr "$data" models/names.fr.model skip=eval/winer-heldout.txt epochs=10 folds=4
sha256sum models/*.model
