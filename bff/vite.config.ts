import { defineConfig } from 'vite';

// Plaza's own packages are bundled, what comes from npm stays outside.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/main.ts', migrate: 'src/migrate.ts', seed: 'seed/seed.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@plaza\//] },
});
