/** In the place of the shell's own: one bundle has no borders. */
export const Boundaries = (): null => null;
