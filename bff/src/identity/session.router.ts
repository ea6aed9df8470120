import { deviceSessionSchema, endSessionInput } from '@plaza/contracts';
import { z } from 'zod';
import { allOf, fresh, own, signedIn } from '../platform/policy.ts';
import { accountProcedure, router } from '../platform/trpc.ts';
import { endOneSession, endOtherSessions } from './end-sessions.ts';
import { listSessions } from './list-sessions.ts';

export const sessionRouter = router({
  list: accountProcedure(signedIn)
    .output(z.array(deviceSessionSchema))
    .query(({ ctx }) => listSessions(ctx)),
  // Whoever has found an open browser must not sign its owner out everywhere else.
  end: accountProcedure(allOf(fresh, own('session')))
    .input(endSessionInput)
    .output(z.null())
    .mutation(({ ctx, input }) => endOneSession(ctx, input)),
  endOthers: accountProcedure(fresh)
    .output(z.object({ endedCount: z.int() }))
    .mutation(({ ctx }) => endOtherSessions(ctx)),
});
