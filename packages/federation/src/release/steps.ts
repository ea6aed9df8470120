const NAME_WIDTH = 12;
const isTerminal = process.stdout.isTTY === true;
const paint = (code: number, text: string) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Runs a step and prints a line of it with the time that it took. */
export async function step<Result>(
  name: string,
  work: () => Promise<Result>,
  note: (result: Result) => string = () => '',
): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  const time = `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`.padStart(8);
  console.info(`  ${paint(32, '✓')} ${name.padEnd(NAME_WIDTH)}${paint(2, time)}  ${note(result)}`.trimEnd());
  return result;
}

export function printProblem(text: string): void {
  console.error(`\n  ${paint(31, '✗')} ${text.replaceAll('\n', '\n    ')}\n`);
}
