import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: '/account/',
  plugins: [react()],
  server: {
    proxy: {
      '/api/user': 'https://apis.staging.acme.example',
    },
  },
  test: { environment: 'jsdom', globals: true },
});
