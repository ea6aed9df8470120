import { describe, expect, it, vi } from 'vitest';
import { routesOf } from '../routes.ts';
import { createMatcher } from './match-route.ts';

const access = 'private';
const routes = routesOf([
  [
    'seller',
    [
      { path: '/selling/listings/$productId', expose: 'listing', access },
      { path: '/selling/listings/new', expose: 'new-listing', access },
      { path: '/selling/v1.0', expose: 'notes', access },
    ],
  ],
  ['catalog', [{ path: '/', expose: 'home', access: 'public', sharedMaxAgeSeconds: 60 }]],
]);
const pageOf = createMatcher(routes);

describe('the routes of remotes', () => {
  it('lead to the page that declares the path', () => {
    expect(pageOf('/')).toEqual({
      path: '/',
      page: 'catalog/home',
      access: 'public',
      sharedMaxAgeSeconds: 60,
    });
    expect(pageOf('/selling/listings/7')?.page).toBe('seller/listing');
    expect(pageOf('/selling/listings/7/more')).toBeNull();
    expect(pageOf('/selling')).toBeNull();
  });

  it('take a fixed path before one with a parameter, in whatever order they come', () => {
    expect(pageOf('/selling/listings/new')?.page).toBe('seller/new-listing');
  });

  it('take a path by its letters', () => {
    expect(pageOf('/selling/v1.0')?.page).toBe('seller/notes');
    expect(pageOf('/selling/v1x0')).toBeNull();
  });

  it('belong to the first remote that claims a path, and the other is told of', () => {
    const onConflict = vi.fn();
    const both = routesOf(
      [
        ['catalog', [{ path: '/store/$sellerSlug', expose: 'search', access }]],
        ['stores', [{ path: '/store/$slug', expose: 'store', access }]],
      ],
      onConflict,
    );
    expect(both.map(({ page }) => page)).toEqual(['catalog/search']);
    expect(onConflict).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ page: 'stores/store' }));
  });
});
