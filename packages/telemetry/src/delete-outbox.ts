/** The database of events that wait for being sent. */
export const OUTBOX_NAME = 'plaza-outbox';

/** Takes away what earlier pages have left. Apart from the outbox itself, which only those load who are counted. */
export function deleteOutbox(): void {
  try {
    indexedDB.deleteDatabase(OUTBOX_NAME);
  } catch {
    // There are no databases here at all.
  }
}
