"""Files of tables from selling platforms: read, understood, checked and brought into a dataset."""
