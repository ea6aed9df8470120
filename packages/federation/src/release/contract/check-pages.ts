import { findTakenPages } from '../../declaration.ts';
import type { ContractInput } from './check-contract.ts';

/** A path belongs to one frontend, and does not go away unseen. */
export function checkPages({ manifest, market, removePages }: ContractInput): string[] {
  const { name, pages } = manifest.declaration;
  const paths = pages.map(({ path }) => path);
  const live = market.live.map((one) => ({
    frontend: one.frontend,
    pages: one.manifest.declaration.pages,
  }));
  const gone = live
    .filter(({ frontend }) => frontend === name)
    .flatMap((own) => own.pages.map(({ path }) => path))
    .filter((path) => !paths.includes(path));
  return [
    ...findTakenPages({ frontend: name, pages }, live).map(
      ({ path, frontend }) => `${path} is a page of ${frontend}.`,
    ),
    ...(removePages
      ? []
      : [...new Set(gone)].map(
          (path) => `${path} is live and would be gone: pass --remove-pages if it shall go.`,
        )),
  ];
}
