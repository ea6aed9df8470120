import type { Services } from '../../platform/services.ts';
import { savePasswordHash } from '../account.repository.ts';

/** Keeps a password that was just shown to be right by the current pepper and cost. When there is no time now, there is next time. */
export async function renewPasswordHash(
  { passwords, database, log }: Services,
  { accountId, password }: { accountId: string; password: string },
): Promise<void> {
  try {
    const passwordHash = await passwords.hash(password);
    await savePasswordHash(database.client, { accountId, passwordHash });
  } catch (error) {
    log.info({ err: error, accountId }, 'a password keeps its old hash until the next sign-in');
  }
}
