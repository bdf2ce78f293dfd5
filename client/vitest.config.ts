import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Vitest 5 keeps transformed modules between runs and does not see that the Angular builder's
    // virtual files changed: an edited source then passes on its old code. So the cache stays off.
    fsModuleCache: false,
  },
});
