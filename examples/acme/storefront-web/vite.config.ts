import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      '/api': 'https://apis.staging.acme.example',
    },
  },
  test: { environment: 'jsdom', globals: true },
});
