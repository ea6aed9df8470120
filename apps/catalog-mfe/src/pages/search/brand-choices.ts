import type { SearchResult } from '@plaza/contracts';

type BrandFacet = SearchResult['facets']['brands'][number];

/** The brands to offer, as they came; chosen ones that match nothing any more stand first, so that they can go. */
export function brandChoices(facets: readonly BrandFacet[], chosen: readonly string[]): BrandFacet[] {
  const known = new Set(facets.map((facet) => facet.name));
  return [
    ...chosen.filter((name) => !known.has(name)).map((name) => ({ name, count: 0 })),
    ...facets.filter((facet) => facet.name !== ''),
  ];
}
