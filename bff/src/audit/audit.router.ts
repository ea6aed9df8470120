import { auditPage, listAuditInput } from '@plaza/contracts';
import { admin } from '../platform/policy.ts';
import { procedure, router } from '../platform/trpc.ts';
import { listAudit } from './list-audit.ts';

export const auditRouter = router({
  list: procedure(admin)
    .input(listAuditInput)
    .output(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.services, input)),
});
