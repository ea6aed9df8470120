import { createHash } from 'node:crypto';

/** Somebody as a provider knows them. */
export interface Person {
  /** Never changes, and is this provider's alone. */
  subject: string;
  name: string;
  /** Name at GitHub. */
  login: string;
  email: string | null;
  isEmailVerified: boolean;
}

interface PersonInput {
  name: string;
  email: string | null;
  isEmailVerified: boolean;
}

/** People to choose from: each is a case that signing in has to get right. */
const DEMO_PEOPLE: readonly PersonInput[] = [
  { name: 'Nora Lind', email: 'nora.lind@mail.test', isEmailVerified: true },
  { name: 'Bea Buyer', email: 'buyer@plaza.test', isEmailVerified: true },
  { name: 'Theo Marsh', email: 'theo.marsh@mail.test', isEmailVerified: false },
  { name: 'Kit Rowe', email: null, isEmailVerified: false },
];

/** The same name and address are the same person each time, with another subject at each provider. */
export function toPerson(provider: string, { name, email, isEmailVerified }: PersonInput): Person {
  const digest = createHash('sha256')
    .update(`${provider}\n${email ?? name}`)
    .digest('hex');
  return {
    // Digits that fit a JavaScript number, as GitHub's ids do.
    subject: String(Number.parseInt(digest.slice(0, 12), 16)),
    name,
    login: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    email,
    isEmailVerified: email !== null && isEmailVerified,
  };
}

export const demoPeople = (provider: string): Person[] =>
  DEMO_PEOPLE.map((person) => toPerson(provider, person));
