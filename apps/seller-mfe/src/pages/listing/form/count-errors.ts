/** How many fields of a form have an error: the leaves of the tree that holds them. */
export function countErrors(errors: unknown): number {
  if (typeof errors !== 'object' || errors === null) return 0;
  // The element that is at fault is a leaf's `ref`, and not to be walked.
  if ('message' in errors && typeof errors.message === 'string') return 1;
  return Object.entries(errors).reduce(
    (count, [key, part]) => count + (key === 'ref' ? 0 : countErrors(part)),
    0,
  );
}
