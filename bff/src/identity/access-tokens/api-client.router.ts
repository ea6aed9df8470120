import {
  apiClientListSchema,
  createApiClientInput,
  createApiClientResult,
  endApiClientInput,
} from '@plaza/contracts';
import { z } from 'zod';
import { allOf, fresh, own, signedIn, verified } from '../../platform/policy.ts';
import { accountProcedure, router } from '../../platform/trpc.ts';
import { createApiClient } from './create-api-client.ts';
import { endApiClient } from './end-api-client.ts';
import { listApiClients } from './list-api-clients.ts';

export const apiClientRouter = router({
  list: accountProcedure(signedIn)
    .output(apiClientListSchema)
    .query(({ ctx }) => listApiClients(ctx)),
  create: accountProcedure(allOf(verified, fresh))
    .input(createApiClientInput)
    .output(createApiClientResult)
    .mutation(({ ctx, input }) => createApiClient(ctx, input)),
  end: accountProcedure(allOf(signedIn, own('apiClient')))
    .input(endApiClientInput)
    .output(z.null())
    .mutation(({ ctx, input }) => endApiClient(ctx, input)),
});
