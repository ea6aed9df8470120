import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwind()],
  server: { host: '127.0.0.1', strictPort: true },
  cacheDir: '../node_modules/.vite-preview',
});
