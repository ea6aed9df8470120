import { cookieName } from '@plaza/edge/cookie-name';
import { networkOf, remoteAddressOf } from '@plaza/edge/remote-address';
import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

describe('the address of a visitor', () => {
  it.each([
    ['one proxy of ours says it', '203.0.113.5', 1, '203.0.113.5'],
    ['what the visitor claims comes before', 'fake, 203.0.113.5', 1, '203.0.113.5'],
    ['two proxies of ours', 'fake, 203.0.113.5, 10.0.0.2', 2, '203.0.113.5'],
    ['fewer entries than proxies', '203.0.113.5', 2, '203.0.113.5'],
    ['nobody stands before us', 'fake', 0, '127.0.0.1'],
    ['no header', undefined, 1, '127.0.0.1'],
    ['an empty header', '', 1, '127.0.0.1'],
  ])('when %s', (_when, header, proxies, expected) => {
    expect(remoteAddressOf(header, '127.0.0.1', proxies)).toBe(expected);
  });
});

describe('a change', () => {
  const own = 'https://plaza.test';
  it.each([
    ['our own page', { origin: own, secFetchSite: 'same-origin' }, true],
    ['our own page in an old browser', { origin: own, secFetchSite: undefined }, true],
    ['no browser at all', { origin: undefined, secFetchSite: undefined }, true],
    ['an address that was typed', { origin: undefined, secFetchSite: 'none' }, true],
    ['another site', { origin: 'https://evil.test', secFetchSite: 'cross-site' }, false],
    ['another site in an old browser', { origin: 'https://evil.test', secFetchSite: undefined }, false],
    ['a sister domain', { origin: 'https://x.plaza.test', secFetchSite: 'same-site' }, false],
    ['a sandboxed page', { origin: 'null', secFetchSite: undefined }, false],
    ['another site that claims our origin', { origin: own, secFetchSite: 'cross-site' }, false],
  ])('by %s', (_who, headers, isBelieved) => {
    expect(isSameOrigin(headers, own)).toBe(isBelieved);
  });
});

describe('what limits count an address as', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('a cookie', () => {
  it('is bound to its host where visitors come by https', () => {
    expect(cookieName('plaza_session', true)).toBe('__Host-plaza_session');
    expect(cookieName('plaza_session', false)).toBe('plaza_session');
  });
});
