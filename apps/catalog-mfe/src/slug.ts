/** Longer is no slug of ours. */
const MAX_SLUG_LENGTH = 120;

/** True for what the API takes as a slug; anything else in an address is a page that does not exist. */
export const isSlug = (text: string): boolean =>
  text.length <= MAX_SLUG_LENGTH && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
