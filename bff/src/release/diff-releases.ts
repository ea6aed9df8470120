import type { diffReleasesInput, ReleaseDiff } from '@plaza/contracts';
import type { Manifest } from '@plaza/contracts/manifest';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { findManifest } from './release.repository.ts';

/** What differs between the contracts of two releases of a frontend. @throws NOT_FOUND */
export async function diffReleases(
  { database }: Services,
  { frontend, from, to }: z.output<typeof diffReleasesInput>,
): Promise<ReleaseDiff> {
  const [before, after] = await Promise.all([
    findManifest(database.client, { frontend, version: from }),
    findManifest(database.client, { frontend, version: to }),
  ]);
  if (!before || !after) throw notFound('release');
  return diffManifests(before, after);
}

function diffManifests(before: Manifest, after: Manifest): ReleaseDiff {
  const diff = (textsOf: (manifest: Manifest) => Texts) => diffTexts(textsOf(before), textsOf(after));
  return {
    pages: diff(({ declaration }) => texts(declaration.pages, ({ path, ...page }) => [path, page])),
    slots: diff(({ declaration, slots }) =>
      texts(declaration.slots, (slot) => [slot, slots.offers[slot] ?? '']),
    ),
    uses: diff(({ declaration, slots }) => texts(declaration.uses, (slot) => [slot, slots.uses[slot] ?? ''])),
    data: diff(({ declaration }) => texts(declaration.data, (domain) => [domain, domain])),
    procedures: diff(({ procedures }) => texts(Object.entries(procedures), (entry) => entry)),
    events: diff(({ events }) => texts(Object.entries(events), (entry) => entry)),
    shared: diff(({ shared }) => texts(Object.entries(shared), (entry) => entry)),
    sizes: diffSizes(sizesOf(before), sizesOf(after)),
  };
}

type Texts = ReadonlyMap<string, string>;
const MAX_TEXT = 4_000;

const texts = <Item>(
  items: readonly Item[],
  toEntry: (item: Item) => readonly [name: string, value: unknown],
): Texts =>
  new Map(
    items.map((item) => {
      const [name, value] = toEntry(item);
      return [name, typeof value === 'string' ? value : JSON.stringify(value, null, 1)];
    }),
  );

function diffTexts(before: Texts, after: Texts): ReleaseDiff['pages'] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({
      name,
      before: before.get(name)?.slice(0, MAX_TEXT) ?? null,
      after: after.get(name)?.slice(0, MAX_TEXT) ?? null,
    }));
}

const sizesOf = ({ sizes }: Manifest): ReadonlyMap<string, number> =>
  new Map([
    ['script', sizes.scriptBytes],
    ['style', sizes.styleBytes],
    ...Object.entries(sizes.exposes).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);

const diffSizes = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) =>
  [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    name,
    before: before.get(name) ?? null,
    after: after.get(name) ?? null,
  }));
