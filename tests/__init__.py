"""What must stay true of Minh Bạch: one fact a test, one case a file."""
