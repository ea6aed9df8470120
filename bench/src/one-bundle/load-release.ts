import type { LoadedRelease } from '../../../apps/shell/src/remotes/load-release.ts';
import { bundledRemotes } from './bundled-remotes.ts';

/** In the place of the shell's own: a release is what the bundle has of it. */
export const loadRelease = async ({ remote }: { remote: string }): Promise<LoadedRelease> => ({
  ...nothingLoaded(),
  modules: new Map([...bundledRemotes].filter(([name]) => name.startsWith(`${remote}/`))),
});

export const nothingLoaded = (failed: LoadedRelease['failed'] = []): LoadedRelease => ({
  modules: new Map(),
  failed,
  inlineStyles: new Map(),
});
