import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** The rest of a longer one changes nothing, and looking at it takes long. */
const MAX_LENGTH = 60;
const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MAX_LENGTH });

/** How hard a password is to guess, from 0 to 4, for somebody who knows words, names and habits. */
export const estimateStrength = (password: string, own: readonly string[]): 0 | 1 | 2 | 3 | 4 =>
  zxcvbn.check(
    password.slice(0, MAX_LENGTH),
    own.flatMap((text) => text.split(/[\s@.]+/)),
  ).score;
