"""How things get onto the canvas: colours, geometry, light, letters, and the pen that joins them."""
