import { z } from 'zod';
import { emailSchema } from './account.ts';
import { auditReasonSchema } from './audit.ts';
import { idSchema } from './ids.ts';
import { periodSchema } from './period.ts';
import { frontendNameSchema, releaseVersionSchema } from './release-name.ts';
import { guardReportSchema } from './trial.ts';

const percentSchema = z.int().min(1).max(99);

/** Who gets a canary. A visitor who has drawn it keeps it, on the server as in the browser, until it ends. */
export const canaryAudienceSchema = z.discriminatedUnion('kind', [
  /** So many of a hundred visitors. */
  z.object({ kind: z.literal('share'), percent: percentSchema }),
  /** Browsers of the staff that have joined; see `release.joinInternal`. */
  z.object({ kind: z.literal('internal') }),
  /** So many of a hundred visitors from these countries (ISO 3166, two letters). */
  z.object({
    kind: z.literal('countries'),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .max(50),
    percent: percentSchema.or(z.literal(100)),
  }),
  /** So many of a hundred visitors who have never been here before. */
  z.object({ kind: z.literal('newVisitors'), percent: percentSchema.or(z.literal(100)) }),
]);
export type CanaryAudience = z.infer<typeof canaryAudienceSchema>;

/** Whether some of those whom a canary is for get the stable release instead: without them it is compared with nothing. */
export const hasStableArm = (audience: CanaryAudience): boolean =>
  'percent' in audience && audience.percent < 100;

/** One immutable build, as lists of releases show it. */
export const releaseSummarySchema = z.object({
  version: releaseVersionSchema,
  releasedAt: z.iso.datetime(),
  /** A person's name, or what a program calls itself. */
  releasedBy: z.string(),
  /** What is new, in a line; the commit's subject where none was given. */
  note: z.string(),
  commit: z.string().nullable(),
  /** All scripts and styles for browsers, as they travel (brotli). */
  scriptBytes: z.int(),
  styleBytes: z.int(),
});
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>;

const canarySchema = z.object({
  release: releaseSummarySchema,
  audience: canaryAudienceSchema,
  /** Nobody joins any more; who has it keeps it. */
  isHeld: z.boolean(),
  startedAt: z.iso.datetime(),
  guard: guardReportSchema,
});

/** What visitors get of one frontend. */
export const rolloutSchema = z.object({
  frontend: frontendNameSchema,
  title: z.string(),
  team: z.string(),
  stable: releaseSummarySchema.nullable(),
  /** What was stable before: what a roll back leads to. */
  previous: releaseSummarySchema.nullable(),
  canary: canarySchema.nullable(),
  /** Switched off: its pages say so and its slots are empty, everywhere at once. */
  isOff: z.boolean(),
  /** Whether the asker may change it. */
  isOwn: z.boolean(),
});
export type Rollout = z.infer<typeof rolloutSchema>;
export const rolloutListSchema = z.object({ rollouts: z.array(rolloutSchema) });

export const ROLLOUT_ACTIONS = [
  'registered',
  'activated',
  'canary_started',
  'audience_changed',
  'held',
  'resumed',
  'promoted',
  'rolled_back',
  'switched_off',
  'switched_on',
] as const;
export const rolloutChangeSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.enum(ROLLOUT_ACTIONS),
  /** A person's name, the release command, or the guard; null for somebody whose account was erased. */
  by: z.string().nullable(),
  reason: z.string(),
  /** The release that it is about. */
  version: releaseVersionSchema.nullable(),
});
export type RolloutChange = z.infer<typeof rolloutChangeSchema>;

/** Lets the release command act for one frontend. */
export const releaseTokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ReleaseToken = z.infer<typeof releaseTokenSchema>;

/** What was done with a frontend in a period, for the lines of its charts. */
export const rolloutHistoryInput = periodSchema.safeExtend({ frontend: frontendNameSchema });
/** The newest first; at most two hundred. */
export const rolloutHistorySchema = z.object({ changes: z.array(rolloutChangeSchema) });

export const frontendInput = z.object({ frontend: frontendNameSchema });
/** The newest first; at most a hundred of each. */
export const frontendDetailSchema = z.object({
  rollout: rolloutSchema,
  releases: z.array(releaseSummarySchema),
  changes: z.array(rolloutChangeSchema),
  members: z.array(
    z.object({
      accountId: z.uuid(),
      name: z.string(),
      /** Null for those who may not change the frontend. */
      email: z.string().nullable(),
    }),
  ),
  /** Whether the asker may add and remove some. */
  mayChangeMembers: z.boolean(),
  /** Empty for those who may not change the frontend. */
  tokens: z.array(releaseTokenSchema),
});
export type FrontendDetail = z.infer<typeof frontendDetailSchema>;

const changeInput = frontendInput.extend({ reason: auditReasonSchema });
/** Makes a release what everybody gets; ends a canary. */
export const activateReleaseInput = changeInput.extend({ version: releaseVersionSchema });
export const startCanaryInput = changeInput.extend({
  version: releaseVersionSchema,
  audience: canaryAudienceSchema,
});
/**
 * Names the release that is meant, so that one which has taken its place is left alone: the canary; to roll back, what shall
 * go, the canary or the stable release.
 */
export const canaryChangeInput = changeInput.extend({ version: releaseVersionSchema });
export const changeAudienceInput = canaryChangeInput.extend({ audience: canaryAudienceSchema });
/** For switching off and on. */
export const rolloutChangeInput = changeInput;

/** A page that cannot come: visitors get it from another frontend. */
export const takenPageSchema = z.object({ path: z.string(), frontend: frontendNameSchema });
export type TakenPage = z.infer<typeof takenPageSchema>;

/**
 * What comes of a change. `stale`: what was meant is not there any more; nothing was changed. `nothing_stable`: there is
 * nothing to compare a canary with. `files_missing`: the release was removed from where it was published. `pages_taken`:
 * others have taken pages of it meanwhile.
 */
export const rolloutChangeResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), rollout: rolloutSchema }),
  z.discriminatedUnion('code', [
    z.object({
      ok: z.literal(false),
      code: z.enum([
        'unknown_release',
        'no_canary',
        'nothing_before',
        'nothing_stable',
        'already_stable',
        'files_missing',
        'stale',
      ]),
    }),
    z.object({ ok: z.literal(false), code: z.literal('pages_taken'), pages: z.array(takenPageSchema) }),
  ]),
]);
export type RolloutChangeResult = z.infer<typeof rolloutChangeResult>;

export const frontendMemberInput = changeInput.extend({ accountId: idSchema });
export const addFrontendMemberInput = changeInput.extend({ email: emailSchema });
export const addFrontendMemberResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({
    ok: z.literal(false),
    /** `not_staff`: make them a developer first. */
    code: z.enum(['unknown_account', 'not_staff']),
    message: z.string(),
  }),
]);
export type AddFrontendMemberResult = z.infer<typeof addFrontendMemberResult>;

export const createReleaseTokenInput = frontendInput.extend({
  /** What uses it, for whoever ends it one day. */
  name: z.string().trim().min(1).max(60),
  expiresInDays: z.int().min(1).max(366),
});
/** The token is shown this once: only its hash is kept. */
export const createReleaseTokenResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), token: z.string(), releaseToken: releaseTokenSchema }),
  z.object({ ok: z.literal(false), code: z.literal('too_many'), message: z.string() }),
]);
export type CreateReleaseTokenResult = z.infer<typeof createReleaseTokenResult>;
export const endReleaseTokenInput = frontendInput.extend({ tokenId: idSchema });

/** Whether this browser gets canaries for `internal`. */
export const internalVisitSchema = z.object({ isJoined: z.boolean() });
