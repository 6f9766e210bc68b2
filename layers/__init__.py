"""The picture: Dash components, map layers, tables and every German word on the screen."""
