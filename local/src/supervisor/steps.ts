const NAME_WIDTH = 12;
const isTerminal = process.stdout.isTTY === true;

const paint = (code: number, text: string) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);

/** One line a step, with the time that it took. */
export function printStep(name: string, seconds: number, note = ''): void {
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  console.log(`  ${paint(32, '✓')} ${name.padEnd(NAME_WIDTH)}${paint(2, time)}  ${note}`.trimEnd());
}

/** Something that happened while the market runs, or that a step reports on its way. */
export function printNote(name: string, text: string): void {
  console.log(`  ${paint(2, '·')} ${name.padEnd(NAME_WIDTH)}${text}`);
}

export function printProblem(text: string): void {
  console.error(`\n  ${paint(31, '✗')} ${text.replaceAll('\n', '\n    ')}\n`);
}

/**
 * Runs a step and prints its line.
 * @param work returns a note for the line, or nothing
 */
export async function step<T extends string | undefined>(
  name: string,
  work: () => Promise<T> | T,
): Promise<T> {
  const startedAt = performance.now();
  const note = await work();
  printStep(name, (performance.now() - startedAt) / 1_000, note);
  return note;
}
