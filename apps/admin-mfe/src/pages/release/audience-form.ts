import { auditReasonSchema, type CanaryAudience, canaryAudienceSchema } from '@plaza/contracts';
import { z } from 'zod';
import { releaseMessages } from '../releases/messages.ts';

const texts = releaseMessages.form;

/** What is typed about who gets a canary, as it is typed. */
export interface AudienceValues {
  audience: CanaryAudience['kind'];
  percent: string;
  countries: string;
}

/** @param hasAudience whether the form asks who gets the canary */
export const stepFormSchema = (hasAudience: boolean) =>
  z
    .object({
      reason: auditReasonSchema,
      audience: z.enum(['share', 'internal', 'countries', 'newVisitors']),
      percent: z.string(),
      countries: z.string(),
    })
    .check(({ value, issues }) => {
      const parsed = canaryAudienceSchema.safeParse(toAudience(value));
      if (!hasAudience || parsed.success) return;
      const field = parsed.error.issues.some(({ path }) => path[0] === 'countries') ? 'countries' : 'percent';
      const message = field === 'countries' ? texts.countriesError : texts.percentError;
      issues.push({ code: 'custom', message, path: [field], input: value[field] });
    });

/** What was typed, to be parsed: it may be no audience. */
export function toAudience({ audience, percent, countries }: AudienceValues): unknown {
  const share = percent.trim() === '' ? Number.NaN : Number(percent);
  switch (audience) {
    case 'internal':
      return { kind: audience };
    case 'countries':
      return { kind: audience, percent: share, countries: listCountries(countries) };
    default:
      return { kind: audience, percent: share };
  }
}

const listCountries = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '');

/** What the form begins with. */
export const valuesOf = (audience: CanaryAudience | null): AudienceValues => ({
  audience: audience?.kind ?? 'share',
  percent: String(audience !== null && 'percent' in audience ? audience.percent : 10),
  countries: audience?.kind === 'countries' ? audience.countries.join(', ') : '',
});
