#!/bin/bash
# train/make_models.sh TREEBANKS [BUILD]: makes models/fr.model and models/en.model again from the treebanks in the
# folder TREEBANKS (train/treebank.cpp names the files; no -test file among them). The same data and dictionaries
# give the same bytes; models/syntax.md has their digests. About two minutes on two cores.
set -e
cd "$(dirname "$0")/.."
treebanks=${1:?usage: train/make_models.sh TREEBANKS [BUILD]}
build=${2:-build}
cmake --build "$build" --target train_syntax
"$build/train/train_syntax" fr "$treebanks" models/fr.model fold_epochs=5 folds=4 epochs=12 &
french=$!
"$build/train/train_syntax" en "$treebanks" models/en.model fold_epochs=3 folds=3 epochs=9 tagger_epochs=9
wait $french
sha256sum models/fr.model models/en.model
