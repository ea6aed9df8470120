import { z } from 'zod';
import { authMethodSchema } from './account.ts';
import { idSchema } from './ids.ts';

/** A browser that is signed in, as its owner sees it in the list of devices. */
export const deviceSessionSchema = z.object({
  /** Names the session without opening it. */
  id: idSchema,
  isCurrent: z.boolean(),
  /** `Firefox on Linux`. */
  device: z.string(),
  /** Where it was last seen: a town or a country; null when that is not known. */
  place: z.string().nullable(),
  methods: z.array(authMethodSchema),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type DeviceSession = z.infer<typeof deviceSessionSchema>;

export const endSessionInput = z.object({ sessionId: idSchema });
