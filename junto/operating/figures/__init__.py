"""Figures for Prometheus: how many, how long, how much waits. None of them names anybody; labels have few values each."""
