"""Tasks and the rules about them; knows no AWS, no HTTP, no clock."""
