"""What every real platform needs: an edge, a pace, a memory of refusals. It knows none of them."""
