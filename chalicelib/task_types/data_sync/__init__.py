"""Data sync: one file of tables brought into its dataset."""
