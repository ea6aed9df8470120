import type { peopleFiguresSchema } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { readPeopleFigures } from './people.repository.ts';

/** How many there are, for the overview of the staff. */
export function getPeopleFigures({
  database,
  clock,
}: Services): Promise<z.output<typeof peopleFiguresSchema>> {
  const today = new Date(clock.now());
  today.setUTCHours(0, 0, 0, 0);
  return readPeopleFigures(database.client, today);
}
