import { z } from 'zod';

/**
 * One form for what looks the same and is typed differently: full-width letters, ligatures, combined accents. Nothing is
 * cut off and no character is refused.
 */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

const MIN_CHARACTERS = 10;
/** Short enough that hashing one cannot be used to exhaust the server. */
const MAX_CHARACTERS = 200;
/** Of what is sent, before characters that are written in parts are put together. */
const MAX_SENT_LENGTH = 1_000;

const lengthOf = (password: string) => [...normalisePassword(password)].length;

/** A new password: any characters; how many counts, nothing else. `findWeakness` says which are too easy to guess. */
export const newPasswordSchema = z
  .string()
  .max(MAX_SENT_LENGTH, { error: `Use at most ${MAX_CHARACTERS} characters.` })
  .refine((password) => lengthOf(password) >= MIN_CHARACTERS, {
    error: `Use at least ${MIN_CHARACTERS} characters.`,
  })
  .refine((password) => lengthOf(password) <= MAX_CHARACTERS, {
    error: `Use at most ${MAX_CHARACTERS} characters.`,
  });

/** A password that exists already, as somebody types it to show who they are. */
export const knownPasswordSchema = z.string().min(1, { error: 'Enter your password.' }).max(MAX_SENT_LENGTH);

export type WeaknessCode = 'own_words' | 'repetition' | 'keyboard_run' | 'common';
/** Why a password is too easy to guess: for programs, and in words. */
export interface Weakness {
  code: WeaknessCode;
  message: string;
}

export const WEAKNESS_TEXTS: Readonly<Record<WeaknessCode, string>> = {
  own_words:
    'This is mostly your name, your address or the name of a shop, which is tried first. Use words that have nothing to do with you.',
  repetition: 'This repeats the same characters. Use different ones.',
  keyboard_run:
    'This is mostly a row of the keyboard, the alphabet or numbers in order. Mix in something else.',
  common:
    'This password has leaked elsewhere and is among the first that anyone would try. Choose another one.',
};
export const weakness = (code: WeaknessCode): Weakness => ({ code, message: WEAKNESS_TEXTS[code] });

/** So many characters have to be left when everything that can be foreseen counts as one character each. */
const MIN_UNFORESEEN = 7;

/**
 * Why a new password is too easy to guess, or null. The list of leaked passwords is the server's alone; the rest is the
 * same in the browser.
 * @param own the person's name, e-mail address, name of their shop
 */
export function findWeakness(password: string, own: readonly string[]): Weakness | null {
  const text = normalisePassword(password).toLowerCase();
  const unit = repeatedUnit(text);
  if (unit !== null && unit.length < MIN_UNFORESEEN) return weakness('repetition');
  const kinds = classify(text, ownWords(own));
  const groups = groupEqual(kinds);
  const unforeseen = groups.reduce((sum, { kind, length }) => sum + (kind === null ? length : 1), 0);
  if (unforeseen >= MIN_UNFORESEEN) return null;
  const foreseen = groups.filter(({ kind }) => kind !== null).sort((a, b) => b.length - a.length)[0];
  return foreseen?.kind ? weakness(foreseen.kind) : null;
}

/** `abc` of `abcabcabca`: what a text repeats from its first character to its last, at least twice; null when it does not. */
export function repeatedUnit(text: string): string | null {
  for (let size = 1; size * 2 <= text.length; size += 1) {
    if (text.slice(size) === text.slice(0, -size)) return text.slice(0, size);
  }
  return null;
}

type Kind = Exclude<WeaknessCode, 'common'> | null;

/** What each character is part of; null for those that nobody could foresee. */
function classify(text: string, words: readonly string[]): Kind[] {
  const kinds = new Array<Kind>(text.length).fill(null);
  const mark = (kind: Kind, from: number, length: number) => kinds.fill(kind, from, from + length);
  for (const [from, length] of runsOf(text, isSame, 3)) mark('repetition', from, length);
  for (const [from, length] of runsOf(text, isStepOfARow, 4)) mark('keyboard_run', from, length);
  const plain = withoutDisguise(text);
  for (const word of words) {
    for (const form of [text, plain]) {
      for (let at = form.indexOf(word); at !== -1; at = form.indexOf(word, at + 1))
        mark('own_words', at, word.length);
    }
  }
  return kinds;
}

/** Places and lengths of stretches whose neighbours all satisfy `isNext`. */
function* runsOf(
  text: string,
  isNext: (a: string, b: string, direction: 1 | -1) => boolean,
  minLength: number,
): Generator<[from: number, length: number]> {
  for (const direction of [1, -1] as const) {
    let from = 0;
    for (let at = 1; at <= text.length; at += 1) {
      if (at < text.length && isNext(text.charAt(at - 1), text.charAt(at), direction)) continue;
      if (at - from >= minLength) yield [from, at - from];
      from = at;
    }
  }
}

const isSame = (a: string, b: string) => a === b;

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertzuiopü',
  'yxcvbnm,.-',
  'azertyuiop',
  'qsdfghjklm',
  'йцукенгшщзхъ',
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.', '0p;/'],
];
const STEPS = new Set(ROWS.flatMap((row) => [...row].slice(1).map((next, at) => row.charAt(at) + next)));
const isStepOfARow = (a: string, b: string, direction: 1 | -1) => STEPS.has(direction === 1 ? a + b : b + a);

function groupEqual(kinds: readonly Kind[]): { kind: Kind; length: number }[] {
  const groups: { kind: Kind; length: number }[] = [];
  for (const kind of kinds) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.length += 1;
    else groups.push({ kind, length: 1 });
  }
  return groups;
}

const MIN_WORD_LENGTH = 3;
const MARKET = 'plaza';

/** The words of what somebody is called, each by itself and all without what separates them. */
function ownWords(own: readonly string[]): string[] {
  const words = own.flatMap((text) => {
    const lower = normalisePassword(text).toLowerCase();
    const parts = lower.split(/[^\p{L}\p{N}]+/u);
    const [local = lower] = lower.split('@');
    return [lower, local, parts.join(''), ...parts, ...local.split(/[^\p{L}]+/u)];
  });
  return [...new Set([...words, MARKET])].filter((word) => word.length >= MIN_WORD_LENGTH);
}

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** `p@ssw0rd` as `password`: digits and signs that stand for letters, each as one letter. */
export const withoutDisguise = (text: string): string =>
  text.replace(/[013457@$!]/g, (sign) => DISGUISES[sign] ?? sign);
