import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: '/checkout/',
  plugins: [react()],
  server: {
    proxy: { '/api': 'https://shop.staging.acme.example' },
  },
  test: {
    environment: 'jsdom',
    globals: true,
  },
});
