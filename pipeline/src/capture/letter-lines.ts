import type { Letter } from '../steps/letter.ts';

const ID_LENGTH = 36;

/** What tells a letter from all others. */
export const letterKey = (letter: Letter): string => (letter.table === 'events' ? 'e' : 'd') + letter.id;

/** Letters as text, one a line: `e` or `d`, the id, the row. */
export const writeLetters = (letters: readonly Letter[]): string =>
  letters.map((letter) => letterKey(letter) + letter.row).join('\n');

export function readLetters(text: string): Letter[] {
  if (text === '') return [];
  return text.split('\n').map((line) => ({
    table: line.startsWith('e') ? 'events' : 'dead_letters',
    id: line.slice(1, 1 + ID_LENGTH),
    row: line.slice(1 + ID_LENGTH),
  }));
}
