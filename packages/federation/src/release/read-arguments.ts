import { parseArgs } from 'node:util';
import { type CanaryAudience, canaryAudienceSchema } from '@plaza/contracts';
import { releaseNoteSchema } from '@plaza/contracts/manifest';

export const USAGE = `npm run release -- <frontend> [--canary <audience>] [--note "what is new"] [--remove-pages] [--dry-run]

  --canary 10%                  so many of a hundred visitors
  --canary internal             browsers of the staff that have joined
  --canary countries:DE,FR:50%  so many of a hundred visitors from these countries (without a share: all)
  --canary new:20%              so many of a hundred who have never been here before
  --remove-pages                pages may go that visitors have now
  --dry-run                     only builds and checks`;

export interface ReleaseArguments {
  frontend: string;
  /** Null: everybody gets the release at once. */
  audience: CanaryAudience | null;
  note: string | undefined;
  removePages: boolean;
  dryRun: boolean;
}

/**
 * @param frontends names that there are
 * @throws one line that says what is wrong
 */
export function readArguments(args: string[], frontends: readonly string[]): ReleaseArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      canary: { type: 'string' },
      note: { type: 'string' },
      'remove-pages': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const frontend = positionals[0]?.replace(/-mfe$/, '');
  if (positionals.length !== 1 || !frontend || !frontends.includes(frontend))
    throw new Error(`Name one frontend: ${frontends.map((name) => `${name}-mfe`).join(', ')}.`);
  const note = releaseNoteSchema.optional().safeParse(values.note);
  if (!note.success) throw new Error('--note takes at most 200 characters.');
  return {
    frontend,
    audience: values.canary === undefined ? null : readAudience(values.canary),
    note: note.data || undefined,
    removePages: values['remove-pages'],
    dryRun: values['dry-run'],
  };
}

const AUDIENCES: [RegExp, (groups: (string | undefined)[]) => unknown][] = [
  [/^(\d+)%$/, ([share]) => ({ kind: 'share', percent: Number(share) })],
  [/^internal$/, () => ({ kind: 'internal' })],
  [
    /^countries:([A-Z,]+)(?::(\d+)%)?$/,
    ([countries, share]) => ({
      kind: 'countries',
      countries: countries?.split(','),
      percent: Number(share ?? 100),
    }),
  ],
  [/^new(?::(\d+)%)?$/, ([share]) => ({ kind: 'newVisitors', percent: Number(share ?? 100) })],
];

/** @throws for what is no audience */
export function readAudience(text: string): CanaryAudience {
  for (const [form, read] of AUDIENCES) {
    const groups = form.exec(text)?.slice(1);
    const audience = canaryAudienceSchema.safeParse(groups && read(groups));
    if (audience.success) return audience.data;
  }
  throw new Error(`--canary takes 10%, internal, countries:DE,FR:50% or new:20%, not "${text}".`);
}
