import { describe, expect, it } from 'vitest';
import { pickRoute } from './proxy.ts';

const routes = [
  { prefix: '/api', target: 'bff' },
  { prefix: '/api/webhooks', target: 'webhooks' },
  { prefix: '/media', target: 'media' },
];

describe('the table of upstreams', () => {
  it.each([
    ['/api/trpc/cart.get?batch=1', 'bff'],
    ['/api', 'bff'],
    ['/api?x=1', 'bff'],
    ['/api/webhooks/stripe', 'webhooks'],
    ['/media/a.svg', 'media'],
  ])('sends %s to %s', (url, target) => {
    expect(pickRoute(routes, url)?.target).toBe(target);
  });

  it.each(['/', '/apis', '/mediatheque', '/product/api/x', '/x?next=/api/y', ''])(
    'leaves %j to the shell',
    (url) => {
      expect(pickRoute(routes, url)).toBeUndefined();
    },
  );
});
