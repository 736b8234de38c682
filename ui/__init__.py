"""What is seen: Qt only, no rules of language or storage."""
