/**
 * In the address: `?plaza-release=catalog@<version>`, `catalog@off`, `catalog@localhost:5190` for a
 * build on one's own machine, or `none` to end them all.
 */
export const OVERRIDE_PARAMETER = 'plaza-release';
export const END_OVERRIDES = 'none';
