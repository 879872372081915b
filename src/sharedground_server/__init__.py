"""The web process: a Voila application with the project's own pages, limits and manners."""
