import { hash } from '@node-rs/argon2';
import { normalisePassword } from '@plaza/contracts';

/** Argon2id without a pepper, for demo accounts: whoever signs in with it is given a hash with one. */
export const hashPassword = (password: string): Promise<string> =>
  hash(normalisePassword(password), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
