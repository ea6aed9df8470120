import type { ContractInput } from './check-contract.ts';

/** A path belongs to one frontend, and does not go away unseen. */
export function checkPages({ manifest, market, removePages }: ContractInput): string[] {
  const { name, pages } = manifest.declaration;
  const paths = pages.map(({ path }) => path);
  const others = market.live.filter(({ frontend }) => frontend !== name);
  const claimed = paths.flatMap((path) =>
    others
      .filter((other) =>
        other.manifest.declaration.pages.some((page) => shapeOf(page.path) === shapeOf(path)),
      )
      .map(({ frontend }) => `${path} is a page of ${frontend}.`),
  );
  const own = market.live.filter(({ frontend }) => frontend === name);
  const gone = own
    .flatMap((live) => live.manifest.declaration.pages.map(({ path }) => path))
    .filter((path) => !paths.includes(path));
  return [
    ...new Set(claimed),
    ...(removePages
      ? []
      : [...new Set(gone)].map(
          (path) => `${path} is live and would be gone: pass --remove-pages if it shall go.`,
        )),
  ];
}

/** What a path looks like to an address: names of parameters make no difference. */
const shapeOf = (path: string) => path.replace(/\$[\w]+/g, '$');
