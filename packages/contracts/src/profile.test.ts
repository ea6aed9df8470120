import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saveProfileInput } from './profile.ts';

const profile = {
  displayName: 'Ada',
  fullName: '',
  phone: '',
  language: 'en',
  currency: 'USD',
  notifications: [],
  socialLinks: [],
};
const accepts = (part: object) => saveProfileInput.safeParse({ ...profile, ...part }).success;

describe('links to elsewhere', () => {
  it.each(['https://example.com', 'https://sub.example.co.uk/you?tab=1#top', 'HTTPS://example.com/ü'])(
    'may be %s',
    (link) => expect(accepts({ socialLinks: [link] })).toBe(true),
  );
  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'https://user:secret@example.com',
    'https://good.example@evil.test/',
    'https://example.com:8443',
    'https://localhost',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://exa mple.com',
    'https://evil.test\\@example.com',
    '//example.com',
    '',
  ])('may not be %s', (link) => expect(accepts({ socialLinks: [link] })).toBe(false));

  it('lead to https and to nothing else, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl(), fc.string(), fc.webUrl({ validSchemes: ['ftp', 'https'] })),
        (link) => {
          const parsed = saveProfileInput.safeParse({ ...profile, socialLinks: [link] });
          const [kept] = parsed.success ? parsed.data.socialLinks : [];
          if (kept !== undefined) expect(new URL(kept).protocol).toBe('https:');
        },
      ),
    );
  });
});

describe('names and phones', () => {
  it.each([
    { displayName: '' },
    { displayName: 'a\u202eb' },
    { fullName: 'x'.repeat(101) },
    { phone: 'call me' },
  ])('are not %j', (part) => expect(accepts(part)).toBe(false));
  it.each([{ displayName: 'Zoë Ó Dónaill' }, { phone: '+1 (555) 010-2030' }])('may be %j', (part) =>
    expect(accepts(part)).toBe(true),
  );
});
