import {
  deadLetterCountsSchema,
  deadLetterPageSchema,
  listDeadLettersInput,
  replayByStaffInput,
  replayByStaffResult,
} from '@plaza/contracts';
import { admin, allOf, fresh } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { askPipeline } from '../ask-pipeline.ts';
import { replayDeadLetters } from './replay-dead-letters.ts';

/** What could not be taken into the figures. */
export const deadLettersRouter = router({
  counts: procedure(admin)
    .output(deadLetterCountsSchema)
    .query(({ ctx }) => askPipeline(ctx.services, deadLetterCountsSchema, 'dead-letters/counts')),
  list: procedure(admin)
    .input(listDeadLettersInput)
    .output(deadLetterPageSchema)
    .query(({ ctx, input: { state, reason, cursor } }) =>
      askPipeline(ctx.services, deadLetterPageSchema, 'dead-letters', {
        state,
        ...(reason && { reason }),
        ...(cursor && { cursor }),
      }),
    ),
  replay: accountProcedure(allOf(admin, fresh))
    .input(replayByStaffInput)
    .output(replayByStaffResult)
    .mutation(({ ctx, input }) => replayDeadLetters(ctx.services, ctx.account, input)),
});
