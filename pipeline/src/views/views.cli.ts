import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { readOperatorEnv } from '../env.ts';

const USAGE = `npm run views -- list
npm run views -- rebuild <table> …

Lists the tables that views keep, or makes them anew from the raw rows while the market runs.`;

const lineSchema = z.union([
  z.object({ doneRows: z.number(), totalRows: z.number() }),
  z.object({ done: z.literal(true) }),
  z.object({ message: z.string() }),
]);

const { PIPELINE_URL, INTERNAL_TOKEN } = readOperatorEnv();
const headers = { authorization: `Bearer ${INTERNAL_TOKEN}` };

async function list(): Promise<string[]> {
  const answer = await fetch(`${PIPELINE_URL}/internal/views/`, { headers });
  return z.array(z.string()).parse(await answer.json());
}

/** @returns whether it was rebuilt */
async function rebuild(table: string): Promise<boolean> {
  const url = `${PIPELINE_URL}/internal/views/${encodeURIComponent(table)}/rebuild`;
  const answer = await fetch(url, { method: 'POST', headers });
  if (answer.body === null) throw new Error(`The pipeline answered ${answer.status}.`);
  for await (const text of createInterface({ input: Readable.fromWeb(answer.body) })) {
    const line = lineSchema.parse(JSON.parse(text));
    if ('message' in line) console.error(`${table}: ${line.message}`);
    else if ('done' in line) console.log(`${table}: made anew`);
    else
      console.log(
        `${table}: ${line.doneRows.toLocaleString('en')} of ${line.totalRows.toLocaleString('en')} rows`,
      );
    if ('done' in line) return true;
  }
  return false;
}

const [command, ...tables] = process.argv.slice(2);
if (command === 'list') {
  for (const table of await list()) console.log(table);
} else if (command === 'rebuild' && tables.length > 0) {
  for (const table of tables) if (!(await rebuild(table))) process.exitCode = 1;
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
