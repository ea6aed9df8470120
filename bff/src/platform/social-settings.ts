import { socialKindSchema, socialProviderSchema } from '@plaza/contracts';
import { z } from 'zod';

const NAMES = { google: 'Google', github: 'GitHub', facebook: 'Facebook', oidc: undefined } as const;
const ISSUERS = {
  google: 'https://accounts.google.com',
  github: 'https://github.com/login/oauth',
  facebook: 'https://www.facebook.com',
  oidc: undefined,
} as const;
const API_URLS = {
  google: undefined,
  github: 'https://api.github.com',
  facebook: 'https://graph.facebook.com',
  oidc: undefined,
} as const;

const addressSchema = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

/** One provider in `SOCIAL_PROVIDERS`. The three that are known need an id, a kind and the client's id and secret. */
const settingSchema = z
  .object({
    id: socialProviderSchema.shape.id,
    kind: socialKindSchema,
    name: socialProviderSchema.shape.name.optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Who signs; its discovery document is below it where there is one. */
    issuer: addressSchema.optional(),
    /** Where people are asked about, at providers without id tokens. */
    apiUrl: addressSchema.optional(),
    /** Only for stand-ins on the same machine: everything else is asked by https alone. */
    allowHttp: z.boolean().default(false),
  })
  .transform((given, context) => {
    const name = given.name ?? NAMES[given.kind];
    const issuer = given.issuer ?? ISSUERS[given.kind];
    const apiUrl = given.apiUrl ?? API_URLS[given.kind] ?? null;
    if (name === undefined || issuer === undefined) {
      context.addIssue({ code: 'custom', message: `The provider ${given.id} needs a name and an issuer.` });
      return z.NEVER;
    }
    const isPlain = [issuer, apiUrl].some((url) => url?.startsWith('http:'));
    if (isPlain && !given.allowHttp) {
      context.addIssue({ code: 'custom', message: `The provider ${given.id} has to be asked by https.` });
      return z.NEVER;
    }
    return { ...given, name, issuer, apiUrl };
  });
export type SocialSetting = z.output<typeof settingSchema>;

/** A JSON list of providers, in the order of their buttons. */
export const socialProvidersSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'Write it as a JSON list.' });
      return z.NEVER;
    }
  })
  .pipe(z.array(settingSchema).max(10))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    message: 'Two providers have the same id.',
  });
