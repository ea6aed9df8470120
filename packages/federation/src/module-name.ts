/** `catalog/product` → `['catalog', 'product']`. @throws for anything that names no part of a remote */
export function splitModuleName(name: string): [remote: string, expose: string] {
  const [remote, expose] = name.split('/');
  if (!remote || !expose) throw new Error(`${name} does not name a part of a remote`);
  return [remote, expose];
}
