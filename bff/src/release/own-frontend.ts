import type { Account } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { isFrontend, isMember } from './frontend-member.repository.ts';

/** Whether somebody who works on frontends may change this one: admins all, developers those of their team. */
export const mayChange = async (
  { database }: Pick<Services, 'database'>,
  { id: accountId, roles }: Pick<Account, 'id' | 'roles'>,
  frontend: string,
): Promise<boolean> =>
  roles.includes('admin')
    ? isFrontend(database.client, frontend)
    : isMember(database.client, { frontend, accountId });

/** @throws NOT_FOUND for a frontend of others as for none */
export async function requireOwn(services: Services, account: Account, frontend: string): Promise<void> {
  if (!(await mayChange(services, account, frontend))) throw notFound('frontend');
}
