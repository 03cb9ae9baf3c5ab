"""Facts for machines."""
