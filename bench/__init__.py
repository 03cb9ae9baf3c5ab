"""Measure how fast sites are built, beside other generators and from the same content; never part of a site."""
