import type { Declaration } from '@plaza/contracts/declaration';

/** What a frontend weighs, as last measured: scripts of its dearest page and its stylesheet, in thousands of bytes. */
export interface Weight {
  scriptKb: number;
  styleKb: number;
}

const HEAD = `# Frontends: who owns what

Written by \`npm run frontends\` from \`apps/*-mfe/remote.ts\`; a test fails when it is out of date. Weights are those of the
builds that lay there when it was written, as they travel (brotli): all scripts of the dearest page with all slots, and
the stylesheet. A build over its budget fails.

A team releases its frontend by \`npm run release\`, and changes at \`/admin/releases\` what visitors get of it. Whatever is
changed there holds for the documents that are opened a second later. A page that is open goes on with what it began with, so
that nobody loses what they have typed; within a minute, or when they come back to it, it offers to be loaded anew. That is so
for a frontend that is switched off, too: its open pages still work, and whoever loads them anew reads that this part is
closed. What must not happen any more at all is for the BFF to refuse.
`;

/** The page about all frontends, as Markdown. */
export function describeFrontends(
  declarations: readonly Declaration[],
  weights: ReadonlyMap<string, Weight>,
): string {
  const rows = declarations.map((declaration) => overviewRow(declaration, weights.get(declaration.name)));
  const overview = table(['frontend', 'team', 'pages', 'slots', 'scripts, kB', 'styles, kB', 'LCP, s'], rows);
  return `${[HEAD, overview, ...declarations.map((one) => section(one, declarations))].join('\n')}`;
}

/** Weights that a page written earlier names. */
export function readWeights(page: string): Map<string, Weight> {
  const row = /^\| \[[^\]]*\]\(#([a-z0-9-]+)\) .*\| ([\d.]+) of [\d.]+ +\| ([\d.]+) of [\d.]+ +\|/gm;
  return new Map(
    [...page.matchAll(row)].map(([, name = '', scriptKb, styleKb]) => [
      name,
      { scriptKb: Number(scriptKb), styleKb: Number(styleKb) },
    ]),
  );
}

function overviewRow(
  { name, team, pages, slots, budget }: Declaration,
  weight: Weight | undefined,
): string[] {
  const ofBudget = (kb: number | undefined, limit: number) =>
    `${kb === undefined ? '?' : kb.toFixed(1)} of ${limit}`;
  return [
    `[${name}](#${name})`,
    team,
    String(pages.length),
    String(slots.length),
    ofBudget(weight?.scriptKb, budget.scriptKb),
    ofBudget(weight?.styleKb, budget.styleKb),
    `${budget.lcpMs / 1_000}`,
  ];
}

function section(declaration: Declaration, all: readonly Declaration[]): string {
  const { name, title, team, pages, slots, uses, data } = declaration;
  const usersOf = (slot: string) =>
    all.filter((other) => other.uses.includes(`${name}/${slot}`)).map((user) => user.name);
  const lines = [
    `## ${name}`,
    '',
    `${title}, by ${team}. Sources: [apps/${name}-mfe](../apps/${name}-mfe). Asks: ${list(data)}. Shows slots of others: ${list(uses)}.`,
    '',
  ];
  if (slots.length > 0) {
    const rows = slots.map((slot) => [`\`${name}/${slot}\``, usersOf(slot).join(', ') || 'the shell']);
    lines.push(table(['slot', 'shown by'], rows));
  }
  if (pages.length > 0) {
    const rows = pages.map(({ path, expose, access, sharedMaxAgeSeconds }) => [
      `\`${path}\``,
      expose,
      access,
      sharedMaxAgeSeconds === undefined ? 'by nobody' : `${sharedMaxAgeSeconds} s`,
    ]);
    lines.push(table(['page', 'module', 'access', 'kept by a CDN'], rows));
  }
  return lines.join('\n');
}

const list = (names: readonly string[]) =>
  names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}
