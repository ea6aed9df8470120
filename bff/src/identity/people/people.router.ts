import {
  changePersonInput,
  changePersonResult,
  changeRolesInput,
  endPersonSessionsInput,
  listPeopleInput,
  namePeopleInput,
  namePeopleResult,
  peopleFiguresSchema,
  personIdInput,
  personListResult,
  personSchema,
} from '@plaza/contracts';
import { admin, allOf, fresh, support } from '../../platform/policy.ts';
import { accountProcedure, router } from '../../platform/trpc.ts';
import { changeRoles } from './change-roles.ts';
import { endPersonSessions } from './end-person-sessions.ts';
import { getPeopleFigures } from './get-people-figures.ts';
import { getPerson } from './get-person.ts';
import { listPeople } from './list-people.ts';
import { namePeople } from './name-people.ts';
import { restoreAccount } from './restore-account.ts';
import { suspendAccount } from './suspend-account.ts';

/** Accounts as the staff see and change them. */
export const peopleRouter = router({
  figures: accountProcedure(support)
    .output(peopleFiguresSchema)
    .query(({ ctx }) => getPeopleFigures(ctx.services)),
  list: accountProcedure(support)
    .input(listPeopleInput)
    .output(personListResult)
    .query(({ ctx, input }) => listPeople(ctx.services, input)),
  names: accountProcedure(support)
    .input(namePeopleInput)
    .output(namePeopleResult)
    .query(({ ctx, input }) => namePeople(ctx.services, input)),
  get: accountProcedure(support)
    .input(personIdInput)
    .output(personSchema)
    .query(({ ctx, input }) => getPerson(ctx.services, ctx.account, input.accountId)),
  suspend: accountProcedure(allOf(admin, fresh))
    .input(changePersonInput)
    .output(changePersonResult)
    .mutation(({ ctx, input }) => suspendAccount(ctx.services, ctx.account, input)),
  restore: accountProcedure(allOf(admin, fresh))
    .input(changePersonInput)
    .output(changePersonResult)
    .mutation(({ ctx, input }) => restoreAccount(ctx.services, ctx.account, input)),
  changeRoles: accountProcedure(allOf(admin, fresh))
    .input(changeRolesInput)
    .output(changePersonResult)
    .mutation(({ ctx, input }) => changeRoles(ctx.services, ctx.account, input)),
  endSessions: accountProcedure(allOf(support, fresh))
    .input(endPersonSessionsInput)
    .output(changePersonResult)
    .mutation(({ ctx, input }) => endPersonSessions(ctx.services, ctx.account, input)),
});
