/** In the address: `?plaza-release=catalog@<version>`, `catalog@off`, or `none` to end them all. */
export const OVERRIDE_PARAMETER = 'plaza-release';
export const END_OVERRIDES = 'none';
