"""What pages show: pure functions from a store to frozen values, which the templates lay out."""
