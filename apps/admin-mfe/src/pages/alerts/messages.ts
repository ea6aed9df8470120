import type { AlertKind, SignInOutcome } from '@plaza/contracts';

const alertKinds: Record<AlertKind, string> = {
  impossible_travel: 'Impossible travel',
  credential_stuffing: 'Credential stuffing',
  password_spraying: 'Password spraying',
  mass_registration: 'Many new accounts',
  success_after_failures: 'Success after many failures',
};

const alertExplanations: Record<AlertKind, string> = {
  impossible_travel: 'Somebody signed in farther from where they last did than anybody travels in that time.',
  credential_stuffing:
    'One network tried many accounts, and most attempts failed. Whoever comes from there needs a puzzle to sign in for a quarter of an hour.',
  password_spraying:
    'Very many accounts were tried a few times each, from many networks. Browsers that are not known need a puzzle to sign in for a quarter of an hour.',
  mass_registration: 'Many accounts were opened from one address within an hour.',
  success_after_failures: 'Somebody got into the account after many wrong guesses.',
};

const signInOutcomes: Record<SignInOutcome, string> = {
  signed_in: 'Signed in',
  second_factor_asked: 'Asked for a second proof',
  refused: 'Wrong',
  puzzle_asked: 'Asked for a puzzle',
  too_many_attempts: 'Too many attempts',
  suspended: 'Account suspended',
};

/** Names of what rules count; what is not here shows as it is. */
const evidenceNames: Readonly<Record<string, string>> = {
  distanceKm: 'Kilometres',
  minutes: 'Minutes',
  failures: 'Failures',
  accounts: 'Accounts',
  networks: 'Networks',
  succeeded: 'Succeeded',
};

/** Texts of the pages about alerts. */
export const alertMessages = {
  title: 'Alerts',
  openCount: (count: number) =>
    count === 0 ? 'None is open' : count === 1 ? '1 is open' : `${count} are open`,
  kinds: alertKinds,
  explanations: alertExplanations,
  outcomes: signInOutcomes,
  evidenceNames,
  severities: { low: 'Low', medium: 'Medium', high: 'High' },
  statuses: { open: 'Open', acknowledged: 'In hand', closed: 'Closed' },
  kind: 'Kind',
  anyKind: 'Every kind',
  severity: 'Severity',
  status: 'Status',
  anyStatus: 'Every status',
  subject: 'About',
  market: 'The whole market',
  account: 'Account',
  noAccount: 'Nobody',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  emptyTitle: 'Nothing was noticed',
  emptyText: 'When somebody tries to get into accounts that are not theirs, it appears here.',
  noneTitle: 'No alert matches',
  noneText: 'Try fewer filters.',
  clear: 'Show every alert',
  evidence: 'What was noticed',
  handle: 'What becomes of it',
  handleText: 'Take it on, or close it. Should it happen again after that, there is a new alert.',
  acknowledge: 'I look into it',
  close: 'Close the alert',
  done: { acknowledge: 'The alert is in your hands.', close: 'The alert is closed.' },
  handled: 'Last reason',
  attempts: 'Latest attempts to sign in',
  attemptsText: 'By or on whom the alert is about, newest first; kept for 90 days.',
  noAttempts: 'None that is still kept.',
  at: 'When',
  outcome: 'Outcome',
  all: 'All alerts',
} as const;
