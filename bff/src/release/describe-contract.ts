import type { Contract, ProcedureShape } from '@plaza/contracts/manifest';
import { clickstreamSchemas } from '@plaza/events';
import type { AnyRouter } from '@trpc/server';
import { z } from 'zod';
import { listProcedures } from '../platform/procedures.ts';

/** What a BFF offers to frontends: its procedures, and the events that it has shapes for. */
export function describeContract(router: AnyRouter): Pick<Contract, 'procedures' | 'events'> {
  const procedures = listProcedures(router).map(
    ({ path, type, inputs, output }): [string, ProcedureShape] => [
      path,
      { kind: type, input: describe(inputs[0], 'input'), output: describe(output, 'output') },
    ],
  );
  return {
    procedures: Object.fromEntries(procedures),
    events: Object.fromEntries(
      Object.entries(clickstreamSchemas).map(([name, schema]) => [name, toJsonSchema(schema, 'input')]),
    ),
  };
}

/** Null for what has no schema of zod: no input, or the messages of a subscription. */
const describe = (schema: unknown, io: 'input' | 'output') =>
  schema instanceof z.ZodType ? toJsonSchema(schema, io) : null;

const toJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }),
});
