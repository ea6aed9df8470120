import { createClient } from './http.ts';
import type { Market } from './market.ts';

/** The ClickHouse engine of a market, asked without the pipeline. */
export interface Engine {
  /** Runs a statement; answers its rows as lines of text. @throws when the engine refuses it */
  run(statement: string): Promise<string[]>;
  /** Inserts lines in a format with the settings given. @throws when the engine refuses them */
  insert(statement: string, lines: readonly string[], settings: Record<string, string>): Promise<void>;
  close(): void;
}

/** Longest that one statement over everything may take. */
const TIMEOUT_MS = 600_000;

export function openEngine(market: Market): Engine {
  const client = createClient(4, TIMEOUT_MS);
  const send = async (parameters: Record<string, string>, body: string) => {
    const answer = await client.send('POST', `${market.clickhouseUrl}/?${new URLSearchParams(parameters)}`, {
      body,
    });
    if (answer.status !== 200)
      throw new Error(`ClickHouse answered ${answer.status}: ${answer.body.slice(0, 500)}`);
    return answer.body;
  };
  return {
    async run(statement) {
      const body = await send({ max_execution_time: String(TIMEOUT_MS / 1_000) }, statement);
      return body.split('\n').filter((line) => line !== '');
    },
    async insert(statement, lines, settings) {
      await send({ query: statement, ...settings }, lines.join('\n'));
    },
    close: () => client.close(),
  };
}

/** The single number that a statement answers. */
export async function readNumber(engine: Engine, statement: string): Promise<number> {
  const [line = ''] = await engine.run(statement);
  return Number(line);
}

/** Rows of one bench run, duplicates counted. */
export const countRows = (engine: Engine, run: string): Promise<number> =>
  readNumber(engine, `SELECT count() FROM events WHERE distinct_id = 'bench-${run}'`);
