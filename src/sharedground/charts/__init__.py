"""Figures of the evidence: which may be drawn, what each says in words, and how it looks."""
