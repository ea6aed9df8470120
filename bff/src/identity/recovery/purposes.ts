const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a link by mail is for, and how long it works. One is good for nothing else. */
export const TOKEN_LIFE_MS = {
  /** That an address is the account's. */
  verify_email: DAY_MS,
  /** Opens nothing: stands in where an address has an account already, so that nobody can tell. */
  account_exists: DAY_MS,
  reset_password: 15 * MINUTE_MS,
  change_email: DAY_MS,
  /** Puts the address of before back. */
  undo_email: 7 * DAY_MS,
  /** "This was not me", in the notice of a sign-in. */
  not_me: 7 * DAY_MS,
} as const;
export type TokenPurpose = keyof typeof TOKEN_LIFE_MS;
