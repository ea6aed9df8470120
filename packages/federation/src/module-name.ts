import { REMOTES, type RemoteName } from '@plaza/contracts/remotes';

/** `catalog/product` → `['catalog', 'product']`. @throws for anything that names no part of a remote */
export function splitModuleName(name: string): [RemoteName, string] {
  const [remote, expose] = name.split('/');
  const known = REMOTES.find((candidate) => candidate === remote);
  if (!known || !expose) throw new Error(`${name} does not name a part of a remote`);
  return [known, expose];
}
