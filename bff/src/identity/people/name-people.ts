import type { namePeopleInput, namePeopleResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { findNames } from './people.repository.ts';

/** What accounts are called, for those who read ids; ids of nobody are left out. */
export const namePeople = (
  { database }: Services,
  { accountIds }: z.output<typeof namePeopleInput>,
): Promise<z.output<typeof namePeopleResult>> => findNames(database.client, accountIds);
