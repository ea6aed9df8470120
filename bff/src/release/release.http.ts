import type { RolloutStep, TakenPage } from '@plaza/contracts';
import {
  activateBody,
  type Contract,
  registerReleaseBody,
  releaseChangeAnswer,
  startCanaryBody,
} from '@plaza/contracts/manifest';
import type { AnyRouter } from '@trpc/server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { limitBody, limitTime } from '../platform/guards.ts';
import { errorAnswer } from '../platform/http-errors.ts';
import { readBody } from '../platform/read-body.ts';
import type { Services } from '../platform/services.ts';
import { authorizeRelease, type Releaser } from './authorize-release.ts';
import { type ChangeOutcome, changeRollout } from './change-rollout.ts';
import { describeContract } from './describe-contract.ts';
import { registerRelease } from './register-release.ts';
import { listLiveManifests } from './release.repository.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const TIMEOUT_MS = 20_000;
const NOT_KEPT = { 'cache-control': 'no-store' };

interface ReleaseEnv {
  Variables: { releaser: Releaser };
}

/**
 * `/api/releases`: what the release command asks, with a release token or the internal one. Shapes are in
 * `contracts/manifest`.
 */
export function serveReleases(services: Services, router: AnyRouter): Hono<ReleaseEnv> {
  const app = new Hono<ReleaseEnv>();
  app.use(limitTime(TIMEOUT_MS), limitBody(MAX_BODY_BYTES), admitReleaser(services));

  app.post('/', async (c) => {
    const input = await readBody(c, registerReleaseBody);
    const { name } = input.manifest.declaration;
    const result = await registerRelease(services, actorFor(c, name), input);
    if (!result.ok)
      return errorAnswer(409, result.code === 'pages_taken' ? sayTaken(result.pages) : VERSION_TAKEN);
    return c.json({ version: result.version, isNew: result.isNew }, 200, NOT_KEPT);
  });
  app.post('/activate', async (c) => {
    const { version, ...about } = await readBody(c, activateBody);
    return takeStep(c, about, { kind: 'activate', version });
  });
  app.post('/canary', async (c) => {
    const { version, audience, ...about } = await readBody(c, startCanaryBody);
    return takeStep(c, about, { kind: 'startCanary', version, audience });
  });
  const takeStep = async (
    c: Context<ReleaseEnv>,
    about: { frontend: string; reason: string },
    step: RolloutStep,
  ) => {
    const by = actorFor(c, about.frontend);
    return answerChange(c, step.kind, await changeRollout(services, by, { ...about, step }));
  };

  let described: Pick<Contract, 'procedures' | 'events'> | undefined;
  app.get('/contract', async (c) => {
    described ??= describeContract(router);
    const live = await listLiveManifests(services.database.client);
    return c.json({ ...described, live } satisfies Contract, 200, NOT_KEPT);
  });
  return app;
}

const admitReleaser =
  (services: Services): MiddlewareHandler<ReleaseEnv> =>
  async (c, next) => {
    const releaser = await authorizeRelease(services, c.req.header('authorization'));
    if (!releaser)
      return errorAnswer(
        401,
        'Send a release token that works: it is made in the administration, or ended there.',
      );
    c.set('releaser', releaser);
    return next();
  };

/** @throws 403 for a token of another frontend */
function actorFor(c: Context<ReleaseEnv>, frontend: string): Releaser['by'] {
  const { by, frontend: own } = c.get('releaser');
  if (own !== null && own !== frontend)
    throw new HTTPException(403, { message: `This token is for ${own}, not for ${frontend}.` });
  return by;
}

const VERSION_TAKEN = 'Another build has this version: its files or its declaration differ.';
const sayTaken = (pages: readonly TakenPage[]): string =>
  pages.map(({ path, frontend }) => `${path} is a page of ${frontend}.`).join(' ');
type Refusal = Exclude<Extract<ChangeOutcome, { ok: false }>['code'], 'pages_taken'>;
const REFUSALS: Record<Refusal, { status: ContentfulStatusCode; message: string }> = {
  unknown_release: { status: 404, message: 'This release is not registered. Register it first.' },
  files_missing: {
    status: 409,
    message: 'The files of this release are not where it says. Publish it again.',
  },
  nothing_stable: {
    status: 409,
    message: 'Nothing is live to compare a canary with. Activate a release first.',
  },
  already_stable: { status: 409, message: 'Everybody gets this release already.' },
  no_canary: { status: 409, message: 'There is no canary.' },
  nothing_before: { status: 409, message: 'There is no release before this one.' },
  stale: { status: 409, message: 'Somebody has changed it meanwhile. Look again.' },
};

function answerChange(c: Context<ReleaseEnv>, kind: RolloutStep['kind'], outcome: ChangeOutcome): Response {
  const answer = (isChanged: boolean) => c.json(releaseChangeAnswer.parse({ isChanged }), 200, NOT_KEPT);
  if (outcome.ok) return answer(outcome.isChanged);
  // What a command asks for that is repeated.
  if (kind === 'activate' && outcome.code === 'already_stable') return answer(false);
  if (outcome.code === 'pages_taken') return errorAnswer(409, sayTaken(outcome.pages));
  const { status, message } = REFUSALS[outcome.code];
  return errorAnswer(status, message);
}
