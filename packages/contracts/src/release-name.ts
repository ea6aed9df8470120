import { z } from 'zod';

export const FRONTEND_NAME = /^[a-z][a-z0-9-]{1,30}$/;
/** What a frontend is called: in addresses, in events, in its folder `apps/<name>-mfe`. */
export const frontendNameSchema = z.string().regex(FRONTEND_NAME, {
  error: 'is not the name of a frontend: small letters, digits and hyphens, beginning with a letter',
});

/** Names a build by its content. */
export const releaseVersionSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/, { error: 'is not a version: 16 hexadecimal digits' });
