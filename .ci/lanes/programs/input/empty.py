"""Nothing to test."""
