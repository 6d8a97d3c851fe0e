"""The posable figure: pure geometry from a pose to filled outlines."""
