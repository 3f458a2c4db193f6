"""What people and scripts see: tables, details, articles, progress, problems, JSON."""
