import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entry = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One file a process under dist/. Our own packages are TypeScript source and are bundled; packages from npm stay in
// node_modules.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: entry('src/main.ts'),
        migrate: entry('src/migrate.ts'),
        seed: entry('seed/seed.ts'),
        'import-catalogue': entry('src/catalog/import/import-catalogue.cli.ts'),
        'make-admin': entry('src/make-admin.cli.ts'),
        'rotate-keys': entry('src/rotate-keys.cli.ts'),
        'verify-audit': entry('src/audit/verify-audit.cli.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@plaza\//] },
});
