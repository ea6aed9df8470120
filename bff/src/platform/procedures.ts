import type { AnyProcedure, AnyRouter } from '@trpc/server';
import { z } from 'zod';

const metaSchema = z.object({ policy: z.string(), own: z.string().nullable() }).optional();

export interface ProcedureFacts {
  /** `catalog.product`. */
  path: string;
  type: 'query' | 'mutation' | 'subscription';
  /** Name of its policy; undefined when it has none, which is a mistake. */
  policy: string | undefined;
  /** The kind of thing that has to be the asker's own. */
  own: string | null;
  inputs: readonly unknown[];
  /** The schema of what is answered; undefined when nothing says so. */
  output: unknown;
}

/** Everything that may be called on a router. */
export function listProcedures(router: AnyRouter): ProcedureFacts[] {
  return Object.entries<AnyProcedure>(router._def.procedures).map(([path, { _def }]) => ({
    path,
    type: _def.type,
    policy: metaSchema.parse(_def.meta)?.policy,
    own: metaSchema.parse(_def.meta)?.own ?? null,
    inputs: 'inputs' in _def && Array.isArray(_def.inputs) ? _def.inputs : [],
    output: 'output' in _def ? _def.output : undefined,
  }));
}
