import { declarationSchema } from '@plaza/federation/declaration';
import { expect, it } from 'vitest';
import declaration from './remote.ts';

it('declares what the shell and the release command can read', () => {
  expect(declarationSchema.parse(declaration)).toEqual(declaration);
});

it('lets a CDN keep its public pages only', () => {
  for (const { access, sharedMaxAgeSeconds } of declarationSchema.parse(declaration).pages)
    expect(sharedMaxAgeSeconds !== undefined).toBe(access === 'public');
});
