import type { ActivityEntry } from '@plaza/contracts';
import { profileMessages } from './messages.ts';

const texts = profileMessages.activity;

/** What happened, in plain words; for something new that has none yet, its own name made readable. */
export const nameActivity = (entry: ActivityEntry): string =>
  entry.kind === 'sign_in'
    ? texts.signIns[entry.outcome]
    : (texts.actions[entry.action] ?? texts.other(entry.action));
