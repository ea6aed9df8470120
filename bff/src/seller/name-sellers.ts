import type { nameSellersInput, nameSellersResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { findSellerNames } from './seller.repository.ts';

/** What stores are called, for those who read ids; ids of none are left out. */
export const nameSellers = (
  { database }: Pick<Services, 'database'>,
  { sellerIds }: z.output<typeof nameSellersInput>,
): Promise<z.output<typeof nameSellersResult>> => findSellerNames(database.db, sellerIds);
