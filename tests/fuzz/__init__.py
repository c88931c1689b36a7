"""Bad input, a million times: generated files, pastes, answers and typed words thrown at whatever takes them in."""
