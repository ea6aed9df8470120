import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { precompress } from '@plaza/federation/precompress';
import {
  shellContractPlugin,
  smallIconsPlugin,
  smallPreloadPlugin,
  uiSourcesPlugin,
} from '@plaza/federation/vite';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { slimLibraries } from './slim-libraries.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [
    slimLibraries(),
    smallIconsPlugin(),
    smallPreloadPlugin(),
    uiSourcesPlugin(),
    shellContractPlugin({ root }),
    react(),
    tailwindcss(),
  ],
  build: { target: 'es2022', reportCompressedSize: false },
  environments: {
    client: {
      // Leaves out what the federation runtime has for other environments, other ways to find remotes and other sharing.
      define: {
        ENV_TARGET: '"web"',
        FEDERATION_OPTIMIZE_NO_REMOTE: 'false',
        FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: 'true',
        FEDERATION_OPTIMIZE_NO_SHARED: 'true',
      },
      build: {
        outDir: 'dist/client',
        manifest: true,
        rolldownOptions: {
          input: 'src/entry-client.tsx',
          treeshake: {
            // Reading a property has no side effect here, so that what nobody uses of a library can go.
            propertyReadSideEffects: false,
            // Its packages do not say so, and what only subscriptions need would be in the first script.
            moduleSideEffects: [{ test: /node_modules\/@trpc\//, sideEffects: false }],
          },
          // A word stands where it is used.
          optimization: { inlineConst: { mode: 'all' } },
        },
      },
    },
    ssr: {
      resolve: { noExternal: [/^@plaza\//, 'lucide-react'] },
      build: {
        outDir: 'dist',
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { main: 'src/main.ts', 'render-worker': 'src/workers/render-worker.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name]-[hash].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (!client || !ssr) throw new Error('both environments are configured above');
      rmSync(resolve(root, 'dist'), { recursive: true, force: true });
      await builder.build(client);
      precompress(resolve(root, 'dist/client'));
      await builder.build(ssr);
    },
  },
});
