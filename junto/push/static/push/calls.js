// Placeholder for what is called from outside.
self.calls = { async settle() {} };
