"""How the bundled language packages are made: prepare, train, export, evaluate."""
