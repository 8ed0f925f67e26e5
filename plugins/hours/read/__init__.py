"""What people type, or OpenStreetMap says, read as a week."""
