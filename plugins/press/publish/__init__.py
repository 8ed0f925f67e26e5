"""What changed is rendered on all cores, beside the site, and published at once."""
