// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { declarationPlugin } from './build/declaration-plugin.mjs';
import { CONTAINER_INPUT, containerPlugin } from './container-plugin.mjs';
import { smallIconsPlugin } from './small-icons-plugin.mjs';
import { smallPreloadPlugin } from './small-preload-plugin.mjs';
import { uiSourcesPlugin } from './ui-sources-plugin.mjs';

const FIRST_DEV_PORT = 5101;

/** Port of a remote's development server: one each, in the order of the folders. */
function devPort(root) {
  const apps = readdirSync(dirname(root)).filter((folder) => folder.endsWith('-mfe'));
  return FIRST_DEV_PORT + Math.max(0, apps.sort().indexOf(basename(root)));
}

/**
 * The whole Vite configuration of a remote. Every file in `src/exposes/` is one page or slot that it offers, named as
 * the file: `src/exposes/product.ts` of `catalog` is `catalog/product`.
 *
 * `vite build` writes a federation container for browsers (`dist/`) and one for the shell's server (`dist/server/`),
 * both without what the shell shares. `vite dev` serves the remote on its own; calls go to the shop at PLAZA_URL.
 *
 * @param {{ declaration: import('./declaration.ts').Declaration, root: string }} remote `root` is the app's folder
 * @returns {import('vite').UserConfigFnObject}
 */
export function remoteConfig({ declaration, root }) {
  const { name } = declaration;
  return ({ command, mode }) => {
    const hosted = command === 'build';
    const { PORT: port = devPort(root), PLAZA_URL: shop = 'http://127.0.0.1:3000' } = loadEnv(mode, root, [
      'PORT',
      'PLAZA_URL',
    ]);
    const exposes = listExposes(root);
    return {
      root,
      // Addresses of chunks are relative to the module that loads them: one build works below any path.
      base: './',
      plugins: [
        hosted && containerPlugin({ name, exposes, root }),
        hosted && declarationPlugin({ declaration, exposes, root }),
        smallIconsPlugin(),
        smallPreloadPlugin(),
        uiSourcesPlugin(),
        react(),
        tailwindcss(),
      ],
      server: {
        port: Number(port),
        strictPort: true,
        proxy: { '/api': { target: shop, ws: true }, '/media': shop },
      },
      build: { target: 'es2022', modulePreload: false, cssCodeSplit: false, reportCompressedSize: false },
      environments: {
        client: {
          build: {
            outDir: 'dist',
            emptyOutDir: true,
            // The development server begins with index.html.
            ...(hosted && { rolldownOptions: clientOutput(root, exposes) }),
          },
        },
        ssr: {
          resolve: { noExternal: true },
          build: { outDir: 'dist/server', emptyOutDir: true, minify: false, rolldownOptions: serverOutput },
        },
      },
      builder: {
        async buildApp(builder) {
          await builder.build(builder.environments.client);
          await builder.build(builder.environments.ssr);
        },
      },
    };
  };
}

// Reading a property of a shared module has no side effect, so that what nobody uses of it can go.
const treeshake = { propertyReadSideEffects: false };
// A word stands in the chunk that uses it, instead of in one that every page waits for.
const optimization = { inlineConst: { mode: 'all' } };

/**
 * Few chunks, so that a page makes few requests: one for all slots of the remote with what they need, one for each page,
 * one for what several pages share. Slots are on every page and must not wait for code of pages.
 */
function clientOutput(root, exposes) {
  const slots = Object.values(exposes)
    .map((file) => resolve(root, file))
    .filter((file) => !/\bloader\b/.test(readFileSync(file, 'utf8')));
  const isHeavy = (id, graph) =>
    reaches(
      id,
      (module) => HEAVY.test(module),
      (module) => graph.getModuleInfo(module)?.importedIds,
    );
  const isForSlots = (id, graph) =>
    reaches(
      id,
      (module) => slots.includes(module),
      (module) => graph.getModuleInfo(module)?.importers,
    );
  return {
    input: CONTAINER_INPUT,
    preserveEntrySignatures: 'allow-extension',
    treeshake,
    optimization,
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
      codeSplitting: {
        groups: [
          {
            name: (id, graph) => (isForSlots(id, graph) && !isHeavy(id, graph) ? 'slots' : null),
            priority: 1,
          },
          { name: (id, graph) => (isHeavy(id, graph) ? null : 'pages'), minShareCount: 2 },
        ],
      },
    },
  };
}

/** Libraries that weigh more than most pages: what needs them gets chunks of its own, so that nothing else waits. */
const HEAVY =
  /node_modules\/(?:zod|react-hook-form|@hookform|recharts|victory-vendor|@tanstack\/(?:react-table|table-core))\//;

/** Whether a module is, or leads along `next` to, one that `isWanted`. */
function reaches(start, isWanted, next) {
  const seen = new Set([start]);
  for (const module of seen) {
    if (isWanted(module)) return true;
    for (const further of next(module) ?? []) seen.add(further);
  }
  return false;
}

const serverOutput = {
  input: CONTAINER_INPUT,
  preserveEntrySignatures: 'allow-extension',
  treeshake,
  output: { entryFileNames: '[name].js', codeSplitting: false },
};

/**
 * @param {string} root
 * @returns {Record<string, string>} './product' → 'src/exposes/product.ts'
 */
export function listExposes(root) {
  const folder = resolve(root, 'src/exposes');
  if (!existsSync(folder)) throw new Error(`${folder} is missing: a remote offers what it finds there`);
  const files = readdirSync(folder).filter((file) => /^[\w-]+\.ts$/.test(file));
  return Object.fromEntries(files.map((file) => [`./${file.replace('.ts', '')}`, `src/exposes/${file}`]));
}
export { shellContractPlugin } from './build/shell-contract-plugin.mjs';
export { smallIconsPlugin } from './small-icons-plugin.mjs';
export { smallPreloadPlugin } from './small-preload-plugin.mjs';
export { uiSourcesOf, uiSourcesPlugin } from './ui-sources-plugin.mjs';
