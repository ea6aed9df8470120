import { describe, expect, it } from 'vitest';
import { brandChoices } from './brand-choices.ts';

const facets = [
  { name: 'Wren', count: 9 },
  { name: 'Sable', count: 4 },
  { name: '', count: 2 },
];

describe('the brands to choose from', () => {
  it('stay where they are when one is chosen', () => {
    expect(brandChoices(facets, ['Sable']).map(({ name }) => name)).toEqual(['Wren', 'Sable']);
  });

  it('keep a chosen one that matches nothing, so that it can be taken back', () => {
    expect(brandChoices(facets, ['Volta'])[0]).toEqual({ name: 'Volta', count: 0 });
  });
});
