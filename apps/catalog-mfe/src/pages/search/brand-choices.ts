import type { SearchResult } from '@plaza/contracts';

type BrandFacet = SearchResult['facets']['brands'][number];

/** The brands to offer: chosen ones first, those without a match among them, then the rest as they came. */
export function brandChoices(facets: readonly BrandFacet[], chosen: readonly string[]): BrandFacet[] {
  const known = new Map(facets.map((facet) => [facet.name, facet]));
  return [
    ...chosen.map((name) => known.get(name) ?? { name, count: 0 }),
    ...facets.filter((facet) => facet.name !== '' && !chosen.includes(facet.name)),
  ];
}
