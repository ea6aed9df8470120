import type { Letter } from '../steps/letter.ts';

/** Where captured letters go. `stored` is a promise to the client: it survives any crash from here on. */
export interface LetterSink {
  /**
   * @returns `unavailable` when it cannot promise durability in time; the client shall try again, and what was in
   * fact stored will be known by its id then
   */
  store(letters: readonly Letter[]): Promise<'stored' | 'unavailable'>;
  /** Letters taken but not stored yet. */
  waitingCount(): number;
  /** Stores what is waiting, takes nothing more. */
  close(): Promise<void>;
}
