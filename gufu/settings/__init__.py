"""Settings by place: base (shared), development, production, test."""
