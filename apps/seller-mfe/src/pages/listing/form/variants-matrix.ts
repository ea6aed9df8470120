/** What the matrix needs to know of a variant. */
export interface MatrixVariant {
  /** One value per option, in the order of the options. */
  optionValues: readonly string[];
}

export interface MatrixOption {
  values: readonly string[];
}

/** Every combination of one value of each option, the last option changing fastest; one empty one without options. */
export function combine(options: readonly MatrixOption[]): string[][] {
  return options.reduce<string[][]>(
    (combinations, { values }) =>
      combinations.flatMap((combination) => values.map((value) => [...combination, value])),
    [[]],
  );
}

/** How many variants the options make; known before they are made, because it grows fast. */
export const countCombinations = (options: readonly MatrixOption[]): number =>
  options.reduce((count, { values }) => count * values.length, 1);

/**
 * The variants that the options make. Those that exist are kept: first the ones whose values are the same, then, for
 * an option that came or went, the first whose values the combination extends or cuts. The rest are made by `create`.
 * @param create makes a variant for the values; gets the variant that resembles it most, to take its price from
 * @returns one variant per combination, in the order of `combine`; no variant is used twice
 */
export function arrangeVariants<Variant extends MatrixVariant>(
  options: readonly MatrixOption[],
  existing: readonly Variant[],
  create: (optionValues: string[], similar: Variant | undefined) => Variant,
): Variant[] {
  const combinations = combine(options);
  const unused = new Set(existing);
  const chosen = new Map<string, Variant>();
  const take = (fits: (variant: Variant, values: string[]) => boolean) => {
    for (const values of combinations) {
      if (chosen.has(keyOf(values))) continue;
      const variant = [...unused].find((candidate) => fits(candidate, values));
      if (!variant) continue;
      unused.delete(variant);
      chosen.set(keyOf(values), variant);
    }
  };
  take((variant, values) => keyOf(variant.optionValues) === keyOf(values));
  take((variant, values) => variant.optionValues.length !== values.length && isRelated(variant, values));
  return combinations.map((values) => {
    const variant = chosen.get(keyOf(values));
    if (variant) return { ...variant, optionValues: values };
    return create(values, findSimilar(existing, values));
  });
}

/** The variant that shares the most values, the first of several; any rather than none. */
function findSimilar<Variant extends MatrixVariant>(
  existing: readonly Variant[],
  values: readonly string[],
): Variant | undefined {
  let best: Variant | undefined;
  let bestShared = -1;
  for (const variant of existing) {
    const shared = variant.optionValues.filter((value) => values.includes(value)).length;
    if (shared > bestShared) [best, bestShared] = [variant, shared];
  }
  return best;
}

const keyOf = (values: readonly string[]): string => JSON.stringify(values);

function isRelated({ optionValues }: MatrixVariant, values: readonly string[]): boolean {
  const [short, long] = optionValues.length < values.length ? [optionValues, values] : [values, optionValues];
  let at = 0;
  for (const value of long) if (value === short[at]) at += 1;
  return at === short.length;
}
