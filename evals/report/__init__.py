"""What people read: markdown for a pull request, and one page with articles, labels and predictions side by side."""
