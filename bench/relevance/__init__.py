"""How good the answers are: judged queries, and the measures over them."""
