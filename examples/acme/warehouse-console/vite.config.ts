import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The handhelds have a browser of 2023 that is updated once a year.
  build: { target: 'chrome114' },
  server: {
    proxy: { '/api': 'https://warehouse.staging.acme.example' },
  },
  test: {
    environment: 'jsdom',
    globals: true,
  },
});
