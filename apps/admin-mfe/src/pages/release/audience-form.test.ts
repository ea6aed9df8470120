import { canaryAudienceSchema } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepFormSchema, toAudience, valuesOf } from './audience-form.ts';

const percent = fc.integer({ min: 1, max: 99 });
const country = fc.stringMatching(/^[A-Z]{2}$/);
const audiences = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), percent }),
  fc.constant({ kind: 'internal' as const }),
  fc.record({
    kind: fc.constant('countries' as const),
    countries: fc.array(country, { minLength: 1, maxLength: 50 }),
    percent,
  }),
  fc.record({ kind: fc.constant('newVisitors' as const), percent }),
);
const errorsOf = (values: { audience: string; percent: string; countries: string }) => {
  const parsed = stepFormSchema(true).safeParse({ reason: 'For a good reason', ...values });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('who gets a canary', () => {
  it('is shown as it is, and sent as it is shown', () => {
    fc.assert(
      fc.property(audiences, (audience) => {
        expect(canaryAudienceSchema.parse(toAudience(valuesOf(audience)))).toEqual(audience);
        expect(errorsOf(valuesOf(audience))).toEqual([]);
      }),
    );
  });

  it('is told beside the field that is wrong', () => {
    const share = { audience: 'share', countries: '' };
    for (const percent of ['', '0', '100', '2.5', 'many'])
      expect(errorsOf({ ...share, percent })).toEqual(['percent']);
    const some = { audience: 'countries', percent: '50' };
    for (const countries of ['', 'Germany', 'DE, F1'])
      expect(errorsOf({ ...some, countries })).toEqual(['countries']);
    expect(errorsOf({ ...some, countries: 'de, fr' })).toEqual([]);
  });

  it('does not matter to a step that is not about it', () => {
    const values = { reason: 'For a good reason', audience: 'share', percent: '', countries: '' };
    expect(stepFormSchema(false).safeParse(values).success).toBe(true);
  });
});
