import { type RemoteModule, toRemoteModule } from '../../../apps/shell/src/remotes/remotes.ts';

/** All that a product page shows, and nothing else. */
const sources = import.meta.glob(
  [
    '../../../apps/catalog-mfe/src/exposes/{product,category-menu,search-box}.ts',
    '../../../apps/checkout-mfe/src/exposes/{add-to-cart,mini-cart}.ts',
    '../../../apps/account-mfe/src/exposes/account-menu.ts',
  ],
  { eager: true },
);

/** By `<remote>/<expose>`. */
export const bundledRemotes: ReadonlyMap<string, RemoteModule> = new Map(
  Object.entries(sources).map(([path, source]) => {
    const name = path.replace(/^.*\/([\w-]+)-mfe\/src\/exposes\/([\w-]+)\.ts$/, '$1/$2');
    return [name, toRemoteModule(source, name)];
  }),
);
