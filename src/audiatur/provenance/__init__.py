"""Provenance: ownership claims, the independence class, the notice, the republication policy and its one gate."""
