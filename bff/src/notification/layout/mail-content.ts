/**
 * A mail in its parts. Both forms that are sent, HTML and plain text, are made of them, so neither can say what the
 * other does not. Text is text: it is escaped where it has to be.
 */
export interface MailContent {
  subject: string;
  /** What inboxes show behind the subject. */
  preview: string;
  heading: string;
  blocks: readonly MailBlock[];
  /** Why this person gets this mail. */
  reason: string;
  /** For mails that can be ended: takes a POST without cookies, as mail programs send it. Absolute. */
  unsubscribeHref?: string;
}

export type MailBlock =
  | { kind: 'text'; text: string }
  /** Something to do; the address is written out too. @property href absolute */
  | { kind: 'button'; label: string; href: string }
  /** Somewhere to look as well. @property href absolute */
  | { kind: 'link'; label: string; href: string }
  /** To be typed in somewhere. */
  | { kind: 'code'; label: string; code: string }
  /** A side remark that matters, such as what to do if this was not you. */
  | { kind: 'notice'; text: string }
  | { kind: 'facts'; rows: readonly MailFact[] }
  | MailLines
  | MailFigures
  | MailBars
  | { kind: 'totals'; rows: readonly MailFact[]; total: MailFact };

export interface MailFact {
  label: string;
  /** Several lines when it is a list. */
  value: string | readonly string[];
}

/** What was bought from one seller. */
export interface MailLines {
  kind: 'lines';
  title: string;
  note: string;
  lines: readonly { title: string; detail: string; amount: string }[];
}

/** A few large figures beside each other. */
export interface MailFigures {
  kind: 'figures';
  figures: readonly { label: string; value: string; note: string; tone: 'good' | 'bad' | 'neutral' }[];
}

/** Values as bars below each other. @property share from 0 to 1: how long the bar is */
export interface MailBars {
  kind: 'bars';
  title: string;
  bars: readonly { label: string; value: string; share: number }[];
}
