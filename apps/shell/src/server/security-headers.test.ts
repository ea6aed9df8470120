import { describe, expect, it } from 'vitest';
import { documentHeaders } from './security-headers.ts';

const headers = documentHeaders({
  importMap: '{"integrity":{}}',
  inlineStyles: ['a{}'],
  releaseOrigins: [],
  localOrigins: [],
  publicUrl: 'https://plaza.test',
});
const policiesOf = (all: Readonly<Record<string, string>>) =>
  (all['content-security-policy'] ?? '').split(', ').map(
    (policy) =>
      new Map(
        policy.split('; ').map((directive) => {
          const [name = '', ...sources] = directive.split(' ');
          return [name, sources.join(' ')] as const;
        }),
      ),
  );

describe('the policy of a document for everybody', () => {
  const [policy] = policiesOf(headers.forEverybody);

  it('runs scripts of this origin, and inline ones that it names by what they hold', () => {
    expect(policy?.get('script-src')).toMatch(/^'self'( 'sha256-[\w+/]+=*'){2}$/);
  });

  it('has no nonce, because whoever keeps the document would know it', () => {
    expect(headers.forEverybody['content-security-policy']).not.toContain('nonce-');
  });

  it('names inline styles likewise', () => {
    expect(policy?.get('style-src-elem')).toMatch(/^'self' 'sha256-[\w+/]+=*'$/);
  });

  it.each([
    ['default-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['frame-src', "'none'"],
    ['form-action', "'self'"],
    ['worker-src', "'self'"],
    ['connect-src', "'self' wss://plaza.test"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'plaza-html plaza-worker'],
    ['report-uri', '/violations'],
  ])('says %s %s', (directive, sources) => expect(policy?.get(directive)).toBe(sources));

  it('allows neither code from text nor any inline script', () => {
    for (const all of [headers.forEverybody, headers.forOne('x')])
      for (const one of policiesOf(all)) {
        expect(one.get('script-src')).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
        expect(one.get('script-src')).toBeDefined();
      }
  });
});

describe('the policies of a document for one visitor', () => {
  it('are that of all, and another by which its own scripts are known', () => {
    const [common, own] = policiesOf(headers.forOne('r4nd0m=='));
    expect(common).toEqual(policiesOf(headers.forEverybody)[0]);
    expect(own?.get('script-src')).toMatch(/^'nonce-r4nd0m==' 'strict-dynamic' 'sha256-/);
  });

  it('come with an address that no other site learns', () => {
    expect(headers.forOne('x')['referrer-policy']).toBe('same-origin');
  });
});
