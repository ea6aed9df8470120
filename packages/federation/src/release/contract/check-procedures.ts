import type { Contract, Manifest } from '@plaza/contracts/manifest';
import { findMismatches } from './find-mismatches.ts';
import { jsonSchemaSchema } from './json-schema.ts';

/** Lines of one procedure or event, so that a change of a large shape does not fill the screen. */
const MAX_LINES = 5;

/** What the build asks and tracks must be known to the running BFF, in shapes that fit. */
export function checkProcedures({ procedures, events }: Manifest, market: Contract): string[] {
  const ofProcedures = Object.entries(procedures).flatMap(([path, wanted]) => {
    const running = market.procedures[path];
    if (!running) return [`The BFF has no procedure ${path}.`];
    if (running.kind !== wanted.kind)
      return [`${path} is a ${running.kind} in the BFF, not a ${wanted.kind}.`];
    return limit([
      ...compare(wanted.input, running.input, 'sends').map(
        (line) => `${path} does not take what is sent: ${line}.`,
      ),
      ...compare(running.output, wanted.output, 'reads').map(
        (line) => `${path} does not answer what is read: ${line}.`,
      ),
    ]);
  });
  const ofEvents = Object.entries(events).flatMap(([name, wanted]) => {
    const running = market.events[name];
    if (!running) return [`The catalogue of events has no ${name}.`];
    return limit(compare(wanted, running, 'sends').map((line) => `The event ${name} is another: ${line}.`));
  });
  return [...ofProcedures, ...ofEvents];
}

type Shape = Record<string, unknown> | null;

/** A side without a schema takes nothing, or says nothing of what it answers. */
function compare(given: Shape, wanted: Shape, direction: 'sends' | 'reads'): string[] {
  if (given === null) return wanted === null || direction === 'reads' ? [] : noInput(wanted);
  if (wanted === null) return direction === 'reads' ? [] : ['it takes nothing'];
  return findMismatches(jsonSchemaSchema.parse(given), jsonSchemaSchema.parse(wanted), direction);
}

const noInput = (wanted: Record<string, unknown>) => ('type' in wanted ? ['it needs an input'] : []);

function limit(lines: string[]): string[] {
  const rest = lines.length - MAX_LINES;
  return rest > 0 ? [...lines.slice(0, MAX_LINES), `… and ${rest} more of the kind.`] : lines;
}
