import { z } from 'zod';

/** What a shell says of itself at `/contract.json`; see shell-contract-plugin.mjs. */
export const shellContractSchema = z.object({
  schema: z.literal(1),
  /** What it gives to remotes, by module. */
  shared: z.record(z.string(), z.object({ version: z.string(), exports: z.array(z.string()) })),
  /** Props of the slots that it shows itself, by `<frontend>/<slot>`. */
  slots: z.record(z.string(), z.string()),
});
export type ShellContract = z.infer<typeof shellContractSchema>;
