import {
  deadLetterCountsSchema,
  deadLetterReasonSchema,
  type ReplayDeadLettersInput,
  type ReplayDeadLettersResult,
  replayDeadLettersResultSchema,
} from '@plaza/contracts';
import { readOperatorEnv } from '../env.ts';

const USAGE = `npm run dead-letters -- list
npm run dead-letters -- replay <reason>

Counts what could not be taken, or takes it through the steps again.`;

const { PIPELINE_URL, INTERNAL_TOKEN } = readOperatorEnv();
const headers = { authorization: `Bearer ${INTERNAL_TOKEN}` };

async function list(): Promise<void> {
  const answer = await fetch(`${PIPELINE_URL}/internal/dead-letters/counts`, { headers });
  const counts = deadLetterCountsSchema.parse(await answer.json());
  if (counts.length === 0) console.log('There are no dead letters.');
  for (const { source, reason, waitingCount, replayedCount, lastReceivedAt } of counts)
    console.log(
      `${reason} (${source}): ${waitingCount} waiting, ${replayedCount} replayed, last ${lastReceivedAt}`,
    );
}

async function ask(input: ReplayDeadLettersInput): Promise<ReplayDeadLettersResult> {
  const url = `${PIPELINE_URL}/internal/dead-letters/replay`;
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(`The pipeline answered ${answer.status}: ${await answer.text()}`);
  return replayDeadLettersResultSchema.parse(await answer.json());
}

async function replay(reason: string): Promise<void> {
  const wanted = deadLetterReasonSchema.parse(reason);
  let input: ReplayDeadLettersInput | null = { reason: wanted };
  while (input !== null) {
    const result: ReplayDeadLettersResult = await ask(input);
    console.log(`${result.replayedCount} replayed, ${result.refusedCount} still refused`);
    for (const { id, detail } of result.refused) console.log(`  ${id}: ${detail}`);
    input = result.nextAfter === null ? null : { reason: wanted, after: result.nextAfter };
  }
}

const [command, reason] = process.argv.slice(2);
if (command === 'list') {
  await list();
} else if (command === 'replay' && reason !== undefined) {
  await replay(reason);
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
