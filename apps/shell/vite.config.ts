import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { precompress } from '@plaza/federation/precompress';
import { smallPreloadPlugin, uiSourcesPlugin } from '@plaza/federation/vite';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { slimFederation } from './slim-federation.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [slimFederation(), smallPreloadPlugin(), uiSourcesPlugin(), react(), tailwindcss()],
  build: { target: 'es2022', reportCompressedSize: false },
  environments: {
    client: {
      // Leaves out what the federation runtime has for other environments and other ways to find remotes.
      define: { ENV_TARGET: '"web"', FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: 'true' },
      build: {
        outDir: 'dist/client',
        manifest: true,
        rolldownOptions: {
          input: 'src/entry-client.tsx',
          // Reading a property has no side effect here, so that what nobody uses of a library can go.
          treeshake: { propertyReadSideEffects: false },
        },
      },
    },
    ssr: {
      resolve: { noExternal: [/^@plaza\//] },
      build: {
        outDir: 'dist',
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: 'src/main.ts',
          output: { entryFileNames: 'main.js', chunkFileNames: 'server/[name]-[hash].js' },
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
