import { join } from 'node:path';
import { precompress } from '@plaza/federation/precompress';
import { uiSourcesOf } from '@plaza/federation/vite';
import { createBuilder, loadConfigFromFile, mergeConfig, type Plugin } from 'vite';

const APPS = join(import.meta.dirname, '../../../apps');
const SHELL = join(APPS, 'shell');
/**
 * Files of the shell, and what stands in their place: all that knows of federation, and what shows the borders of frontends,
 * which no visitor loads, and whose chunk would split what it shares with others off the bundle.
 */
const REPLACED: Readonly<Record<string, string>> = {
  'layout/boundaries/boundaries.tsx': 'boundaries.ts',
  'remotes/create-remotes.ts': 'create-remotes.ts',
  'remotes/load-release.ts': 'load-release.ts',
  'releases/registry-source.ts': 'registry-source.ts',
};
const SHELL_STYLES = join(SHELL, 'src/styles.css');
/** Frontends of which the product page shows something. */
const SHOWN = ['catalog', 'checkout', 'account'];
/** Say what the shell offers to remotes, and insist on finding the federation runtime. */
const OF_FEDERATION = ['plaza:shell-contract', 'plaza:slim-libraries'];

/**
 * Builds the shell with the remotes of a product page compiled in: the shell's own configuration, sources and server, one
 * script, one stylesheet, and neither containers nor a federation runtime.
 * @param outDir gets what `apps/shell/dist` has otherwise; below the shell, where its packages are found
 */
export async function buildOneBundle(outDir: string): Promise<void> {
  const shell = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(SHELL, 'vite.config.ts'),
  );
  if (!shell) throw new Error('the shell has no configuration');
  const given = (await Promise.all(shell.config.plugins ?? [])).flat(2).filter((plugin) => !!plugin);
  const plugins = given.flatMap((plugin) => {
    if (!('name' in plugin) || !OF_FEDERATION.includes(plugin.name)) return [plugin];
    // What the shell leaves out of other libraries is left out here, too.
    return plugin.name === 'plaza:slim-libraries' ? [{ ...plugin, buildEnd: () => undefined }] : [];
  });
  const config = mergeConfig(
    { ...shell.config, plugins: [oneBundlePlugin(), ...plugins], configFile: false, logLevel: 'error' },
    {
      environments: {
        client: { build: { outDir: join(outDir, 'client') } },
        ssr: { build: { outDir } },
      },
    },
  );
  const builder = await createBuilder({ ...config, builder: {} });
  const { client, ssr } = builder.environments;
  if (!client || !ssr) throw new Error('the shell is built for browsers and for its server');
  await builder.build(client);
  precompress(join(outDir, 'client'));
  await builder.build(ssr);
}

function oneBundlePlugin(): Plugin {
  return {
    name: 'bench:one-bundle',
    enforce: 'pre',
    load(id) {
      const part = Object.keys(REPLACED).find((path) => id === join(SHELL, 'src', path));
      if (part) return `export * from ${JSON.stringify(join(import.meta.dirname, REPLACED[part] ?? ''))};`;
      // Classes of remotes are in the shell's stylesheet here, once.
      return id.endsWith('-mfe/src/styles.css') ? '' : null;
    },
    transform(code, id) {
      if (id.split('?')[0] !== SHELL_STYLES) return null;
      const folders = SHOWN.map((name) => join(APPS, `${name}-mfe/src`));
      const sources = folders.map(
        (folder) => `@source ${JSON.stringify(`${folder}/`)};\n${uiSourcesOf(folder)}`,
      );
      return `${code}\n${sources.join('\n')}\n`;
    },
  };
}
