import { parseOptions } from '@node-rs/argon2';
import { normalisePassword } from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import type { PasswordEnv } from './env.ts';
import { createPasswordThreads } from './password-threads.ts';
import { createWorkQueue } from './work-queue.ts';

/** Keeps passwords so that whoever has the database, and not the pepper, cannot even try to guess them. */
export interface Passwords {
  /**
   * @returns `<pepper id>$argon2id$v=…$m=…,t=…,p=…$<salt>$<hash>`; another one each time
   * @throws TOO_MANY_REQUESTS when too many are waiting already
   */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one behind the hash. Without a hash (no such account) the same work is done against one
   * that nothing matches, so that the time taken does not tell the two apart.
   * @returns `needsRehash` when it is right and kept by an old pepper, by none, or at another cost
   * @throws TOO_MANY_REQUESTS when too many are waiting already
   */
  verify(passwordHash: string | null, password: string): Promise<{ isRight: boolean; needsRehash: boolean }>;
  /** Makes the hash for unknown accounts ahead of the first sign-in, which would otherwise take twice as long. */
  warmUp(): Promise<void>;
}

// OWASP's floor for Argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const OUTPUT_BYTES = 32;
/** At some 40 hashes a second and core, the last of them waits a second or two. */
const MAX_WAITING = 64;

/** @throws when there is no pepper */
export function createPasswords({ PASSWORD_PEPPERS, PASSWORD_WORKERS }: PasswordEnv): Passwords {
  const [current] = PASSWORD_PEPPERS;
  if (!current) throw new Error('There is no pepper to hash passwords with.');
  const peppers = new Map(PASSWORD_PEPPERS.map(({ id, key }) => [id, key]));
  const threads = createPasswordThreads();
  const queue = createWorkQueue({ maxAtOnce: PASSWORD_WORKERS, maxWaiting: MAX_WAITING });
  const work = async <Result>(task: () => Promise<Result>): Promise<Result> => {
    const outcome = await queue.run(task);
    if (!outcome.ok) throw busy();
    return outcome.value;
  };
  const hashNow = async (password: string) =>
    `${current.id}${await threads.hash(bytesOf(password), { ...COST, outputLen: OUTPUT_BYTES, secret: current.key })}`;

  let unmatched: Promise<string> | undefined;
  const unmatchedHash = () => {
    unmatched ??= hashNow(crypto.randomUUID()).catch((error: unknown) => {
      unmatched = undefined;
      throw error;
    });
    return unmatched;
  };

  const verifyNow = async (passwordHash: string, password: string): Promise<boolean> => {
    const { pepperId, phc } = parse(passwordHash);
    if (pepperId === '') return threads.verify(phc, bytesOf(password), {});
    const secret = peppers.get(pepperId);
    if (!secret) throw new Error(`Hashed by the pepper ${pepperId}, which PASSWORD_PEPPERS does not name.`);
    return threads.verify(phc, bytesOf(password), { secret });
  };
  const isOld = (passwordHash: string): boolean => {
    const { pepperId, phc } = parse(passwordHash);
    const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(phc);
    return (
      pepperId !== current.id ||
      memoryCost !== COST.memoryCost ||
      timeCost !== COST.timeCost ||
      parallelism !== COST.parallelism ||
      outputLen !== OUTPUT_BYTES
    );
  };
  return {
    hash: (password) => work(() => hashNow(password)),
    verify: (passwordHash, password) =>
      work(async () => {
        const isMatch = await verifyNow(passwordHash ?? (await unmatchedHash()), password);
        const isRight = passwordHash !== null && isMatch;
        return { isRight, needsRehash: isRight && isOld(passwordHash) };
      }),
    warmUp: async () => void (await unmatchedHash()),
  };
}

/** Bytes rather than text, so that no character ends the password early. */
const bytesOf = (password: string) => Buffer.from(normalisePassword(password), 'utf8');

/** The pepper's id, empty for hashes from before there were peppers, and the rest in PHC notation. */
function parse(passwordHash: string): { pepperId: string; phc: string } {
  const end = passwordHash.indexOf('$');
  if (end === -1) throw new Error('A password hash is not in the form that passwords are kept in.');
  return { pepperId: passwordHash.slice(0, end), phc: passwordHash.slice(end) };
}

const busy = () =>
  new TRPCError({
    code: 'TOO_MANY_REQUESTS',
    message: 'Very many people are signing in right now. Try again in a few seconds.',
  });
